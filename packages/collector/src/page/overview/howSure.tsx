import type { Emotion } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { Child } from 'hono/jsx';
import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Touchpoint } from '../../store/site.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { Figure, Ratings, ScoreFigures } from '../kit/scoreFigures.tsx';
import type { View } from '../kit/view.ts';

interface HowSureProps {
  view: View;
  row: TouchpointRow;
  /** How many touchpoints have a rank. */
  ranked: number;
  /** Whether most others offer another set of emotions. */
  isAskedDifferently: boolean;
  /** Response rate, 0…1; `null` where nothing was shown. */
  rate: number | null;
  touchpoint: Touchpoint | undefined;
  movement: Movement | null;
}

/** All that stands behind a touchpoint's figure, folded away. */
export const HowSure = ({ view, row, ranked, isAskedDifferently, rate, touchpoint, movement }: HowSureProps) => {
  const { words, figures } = view;
  const { whole } = figures;
  const reasons = Object.entries(row.reasons);
  return (
    <details>
      <summary>
        {words.howSure} <span class="hide">{row.title}</span>
      </summary>
      <dl>
        <ScoreFigures view={view} row={row} movement={movement} ranked={ranked} />
        <Figure name={words.responseRate}>{rate === null ? '–' : figures.percent(rate)}</Figure>
        <Figure name={words.shown}>{whole(row.shown)}</Figure>
        <Figure name={words.answered}>{whole(row.answered)}</Figure>
        <Figure name={words.dismissed}>{whole(row.dismissed)}</Figure>
        <Figure name={words.abandoned}>{whole(row.abandoned)}</Figure>
        <Figure name={words.passed}>{whole(row.passed)}</Figure>
        <Ratings view={view} row={row} />
        {isAskedDifferently && (
          <Mix name={words.askedDifferently}>
            {emotionsOffered(row.emotionSet).map((emotion) => (
              <li>{words.emotion[emotion]}</li>
            ))}
          </Mix>
        )}
        {row.answered > 0 && (
          <Mix name={words.emotionMix}>
            {(Object.entries(row.emotions) as [Emotion, number][]).map(([emotion, count]) => (
              <li>
                {words.emotion[emotion]} {whole(count)}
              </li>
            ))}
          </Mix>
        )}
        {reasons.length > 0 && (
          <Mix name={words.reasonMix}>
            {reasons.map(([reason, count]) => (
              <li>
                <bdi>{reasonLabel(touchpoint, reason, view.language)}</bdi> {whole(count)}
              </li>
            ))}
          </Mix>
        )}
      </dl>
    </details>
  );
};

const Mix = ({ name, children }: { name: string; children?: Child }) => (
  <div class="wide">
    <dt>{name}</dt>
    <dd>
      <ul>{children}</ul>
    </dd>
  </div>
);
