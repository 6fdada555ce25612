import type { View } from '../kit/view.ts';

interface ReasonsProps {
  view: View;
  counts: { reason: string; count: number }[];
  /** What each reason means, and what to do. */
  says: Record<string, string[]>;
}

/** Reasons with how often they were told in the last week, what they mean and what to do about them. */
export const Reasons = ({ view, counts, says }: ReasonsProps) => {
  const words = view.words.install;
  return (
    <dl class="reasons">
      {counts.map(({ reason, count }) => {
        const [meaning, advice] = says[reason] ?? says.other ?? [];
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
