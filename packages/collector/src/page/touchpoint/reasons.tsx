import { emotionSign, type Sign } from '@vivencia/contract/emotion';
import type { ReasonByFeeling } from '../../stats/reasonsByFeeling.ts';
import type { Touchpoint } from '../../store/site.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import type { View } from '../kit/view.ts';
import { SignBar } from './signBar.tsx';

interface ReasonsProps {
  view: View;
  touchpoint: Touchpoint;
  reasons: readonly ReasonByFeeling[];
}

/** Why people felt so: each reason with the feelings that it was chosen with. */
export const Reasons = ({ view, touchpoint, reasons }: ReasonsProps) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  if (reasons.length === 0) {
    return <p class="lead">{touchpoint.settings.reasons.length > 0 ? own.noReasons : own.noReasonsOffered}</p>;
  }
  const most = Math.max(...reasons.map(({ count }) => count));
  return (
    <>
      <ul class="bars">
        {reasons.map(({ reason, count, feelings }) => (
          <li>
            <span class="name">
              <bdi>{reasonLabel(touchpoint, reason, view.language)}</bdi> <b>{figures.whole(count)}</b>
            </span>
            <SignBar share={count / most} parts={bySign(feelings)} />
            <small>
              {feelings.map(({ emotion, count: n }) => `${words.emotion[emotion]} ${figures.whole(n)}`).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      <p class="legend">{own.reasonsNote}</p>
    </>
  );
};

function bySign(feelings: ReasonByFeeling['feelings']): Record<Sign, number> {
  const parts = { [-1]: 0, 0: 0, 1: 0 } as Record<Sign, number>;
  for (const { emotion, count } of feelings) parts[emotionSign[emotion]] += count;
  return parts;
}
