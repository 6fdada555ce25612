import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Child } from 'hono/jsx';
import type { EvaluationScore } from '../../scoring/evaluationScore.ts';
import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { View } from '../kit/view.ts';

interface HowSureProps {
  view: View;
  row: TouchpointRow;
  movement: Movement | null;
}

/** What stands behind the headline's figures. */
export const HowSure = ({ view, row, movement }: HowSureProps) => {
  const { words, figures } = view;
  const { whole } = figures;
  const ratings = Object.entries(row.evaluation) as [EvaluationScale, EvaluationScore][];
  return (
    <details class="more" id="how-sure">
      <summary>{words.howSure}</summary>
      <dl>
        {row.enough && (
          <>
            <Figure name={words.emotionalIntensity}>
              {whole(row.intensity.value)} ({figures.interval(row.intensity)})
            </Figure>
            <Figure name={words.emotionalBalance}>
              {figures.signed(row.valence.value)} ({figures.signedInterval(row.valence)})
            </Figure>
            <Figure name={words.positiveAndNegative}>
              <span class="neg">{whole(row.negative)}</span> + <span class="pos">{whole(row.positive)}</span>
            </Figure>
          </>
        )}
        <Figure name={words.counted}>{whole(row.n)}</Figure>
        <Figure name={words.effective}>{figures.decimal(row.nEff)}</Figure>
        {row.unrated > 0 && <Figure name={words.unrated}>{whole(row.unrated)}</Figure>}
        {movement?.kind === 'step' && (
          <Figure name={words.movedName}>
            {words.movedBetween(figures.day(movement.earliest), figures.day(movement.latest))}
          </Figure>
        )}
        {row.change?.enough && (
          <>
            <Figure name={`${words.intensity}: ${words.filter.compare}`}>
              {figures.signed(row.change.intensity.value)} ({figures.signedInterval(row.change.intensity)})
            </Figure>
            <Figure name={`${words.emotionalBalance}: ${words.filter.compare}`}>
              {figures.signed(row.change.valence.value)} ({figures.signedInterval(row.change.valence)})
            </Figure>
          </>
        )}
        {ratings.map(([scale, score]) => (
          <Figure name={words.evaluation[scale]}>{ratingText(view, scale, score)}</Figure>
        ))}
      </dl>
      {words.about.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </details>
  );
};

/** CSAT as a share, CES as a mean of 1–7, NPS with its sign. */
function ratingText({ words, figures }: View, scale: EvaluationScale, score: EvaluationScore): string {
  if (score.value === null) return words.tooFew;
  const write = { csat: figures.whole, ces: figures.decimal, nps: figures.signed }[scale];
  return `${write(score.value)} (${write(score.low)}${scale === 'nps' ? ' … ' : '–'}${write(score.high)})`;
}

const Figure = ({ name, children }: { name: string; children?: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
