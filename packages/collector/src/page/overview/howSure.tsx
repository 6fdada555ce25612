import type { Emotion } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Child } from 'hono/jsx';
import type { EvaluationScore } from '../../scoring/evaluationScore.ts';
import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Touchpoint } from '../../store/site.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
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
  movement: Movement | undefined;
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
        {row.enough && (
          <>
            <Figure name={words.emotionalIntensity}>
              {whole(row.intensity.value)} ({figures.interval(row.intensity)})
            </Figure>
            {whole(row.intensity.shrunk) !== whole(row.intensity.value) && (
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
        {row.change?.enough &&
          (['intensity', 'valence'] as const).map((figure) => (
            <Figure name={words.changeName(figure === 'intensity' ? words.emotionalIntensity : words.emotionalBalance)}>
              {figures.signed(row.change?.[figure]?.value ?? 0)} (
              {figures.signedInterval(row.change?.[figure] ?? nothing)})
            </Figure>
          ))}
        <Figure name={words.counted}>{whole(row.n)}</Figure>
        <Figure name={words.effective}>{figures.decimal(row.nEff)}</Figure>
        {row.unrated > 0 && <Figure name={words.unrated}>{whole(row.unrated)}</Figure>}
        <Figure name={words.responseRate}>{rate === null ? '–' : figures.percent(rate)}</Figure>
        <Figure name={words.shown}>{whole(row.shown)}</Figure>
        <Figure name={words.answered}>{whole(row.answered)}</Figure>
        <Figure name={words.dismissed}>{whole(row.dismissed)}</Figure>
        <Figure name={words.abandoned}>{whole(row.abandoned)}</Figure>
        <Figure name={words.passed}>{whole(row.passed)}</Figure>
        {(Object.entries(row.evaluation) as [EvaluationScale, EvaluationScore][]).map(([scale, score]) => (
          <Figure name={words.evaluation[scale]}>{evaluationText(view, scale, score)}</Figure>
        ))}
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

const nothing = { low: 0, high: 0 };

/** From what to what, and how sure the day is. */
function whenMoved({ words, figures }: View, { kind, before, after, earliest, latest, figure }: Movement): string {
  const write = figure === 'valence' ? figures.signed : figures.whole;
  const span = kind === 'step' && `, ${words.movedBetween(figures.shortDay(earliest), figures.shortDay(latest))}`;
  return `${write(before)} → ${write(after)}${span || ''}`;
}

/** CSAT as a share, CES as a mean of 1–7, NPS with its sign. */
function evaluationText({ words, figures }: View, scale: EvaluationScale, score: EvaluationScore): string {
  if (score.value === null) return words.tooFew;
  const write = { csat: figures.whole, ces: figures.decimal, nps: figures.signed }[scale];
  const between = scale === 'nps' ? ' … ' : '–';
  return `${write(score.value)} (${write(score.low)}${between}${write(score.high)})`;
}

const Figure = ({ name, children }: { name: string; children?: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Mix = ({ name, children }: { name: string; children?: Child }) => (
  <div class="wide">
    <dt>{name}</dt>
    <dd>
      <ul>{children}</ul>
    </dd>
  </div>
);
