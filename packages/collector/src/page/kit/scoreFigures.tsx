import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Child } from 'hono/jsx';
import type { EvaluationScore } from '../../scoring/evaluationScore.ts';
import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { View } from './view.ts';

interface ScoreFiguresProps {
  view: View;
  row: TouchpointRow;
  movement: Movement | null;
  /** How many touchpoints have a rank; absent where it stands alone. */
  ranked?: number;
}

/** What stands behind a touchpoint's score, as entries of a list: each figure with its interval, and what was counted. */
export const ScoreFigures = ({ view, row, movement, ranked = 1 }: ScoreFiguresProps) => {
  const { words, figures } = view;
  const { whole } = figures;
  return (
    <>
      {row.enough && (
        <>
          <Figure name={words.emotionalIntensity}>
            {whole(row.intensity.value)} ({figures.interval(row.intensity)})
          </Figure>
          {ranked > 1 && whole(row.intensity.shrunk) !== whole(row.intensity.value) && (
            <Figure name={words.shrunk}>{whole(row.intensity.shrunk)}</Figure>
          )}
          {ranked > 1 && <Figure name={words.rank}>{words.ranksOf(figures.ordinalRanks(row.rank), ranked)}</Figure>}
          <Figure name={words.emotionalBalance}>
            {figures.signed(row.valence.value)} ({figures.signedInterval(row.valence)})
          </Figure>
          <Figure name={words.positiveAndNegative}>
            <span class="neg">{whole(row.negative)}</span> + <span class="pos">{whole(row.positive)}</span>
          </Figure>
        </>
      )}
      {movement && <Figure name={words.movedName}>{whenMoved(view, movement)}</Figure>}
      {row.change?.enough && (
        <>
          <Figure name={words.changeName(words.emotionalIntensity)}>
            {figures.signed(row.change.intensity.value)} ({figures.signedInterval(row.change.intensity)})
          </Figure>
          <Figure name={words.changeName(words.emotionalBalance)}>
            {figures.signed(row.change.valence.value)} ({figures.signedInterval(row.change.valence)})
          </Figure>
        </>
      )}
      <Figure name={words.counted}>{whole(row.n)}</Figure>
      <Figure name={words.effective}>{figures.decimal(row.nEff)}</Figure>
      {row.unrated > 0 && <Figure name={words.unrated}>{whole(row.unrated)}</Figure>}
    </>
  );
};

/** What people rated, on each scale that they were asked on. */
export const Ratings = ({ view, row }: { view: View; row: TouchpointRow }) => (
  <>
    {(Object.entries(row.evaluation) as [EvaluationScale, EvaluationScore][]).map(([scale, score]) => (
      <Figure name={view.words.evaluation[scale]}>{ratingText(view, scale, score)}</Figure>
    ))}
  </>
);

export const Figure = ({ name, children }: { name: string; children?: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** From what to what, and how sure the day is. */
function whenMoved(
  { words, figures, dates }: View,
  { kind, before, after, earliest, latest, figure }: Movement,
): string {
  const write = figure === 'valence' ? figures.signed : figures.whole;
  const span = kind === 'step' && `, ${words.movedBetween(dates.shortDay(earliest), dates.shortDay(latest))}`;
  return `${write(before)} → ${write(after)}${span || ''}`;
}

/** CSAT as a share, CES as a mean of 1–7, NPS with its sign. */
function ratingText({ words, figures }: View, scale: EvaluationScale, score: EvaluationScore): string {
  if (score.value === null) return words.tooFew;
  const write = { csat: figures.whole, ces: figures.decimal, nps: figures.signed }[scale];
  return `${write(score.value)} (${write(score.low)}${scale === 'nps' ? ' … ' : '–'}${write(score.high)})`;
}
