import type { View } from '../kit/view.ts';
import { type ReasonWords, wordsOf } from './reasonWords.ts';

interface ReasonsProps {
  view: View;
  counts: { reason: string; count: number }[];
  says: ReasonWords;
}

/** Reasons with how often they were told in the last week, what they mean and what to do about them. */
export const Reasons = ({ view, counts, says }: ReasonsProps) => {
  const words = view.words.install;
  return (
    <dl class="reasons">
      {counts.map(({ reason, count }) => {
        const [meaning, advice] = wordsOf(says, reason);
        return (
          <div>
            <dt>
              {meaning} <code>{reason}</code>
            </dt>
            <dd class="num">{words.times(count, view.figures.whole(count))}</dd>
            <dd>{advice}</dd>
          </div>
        );
      })}
    </dl>
  );
};
