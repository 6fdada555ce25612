import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { View } from '../kit/view.ts';
import { JourneyChart } from './journeyChart.tsx';
import { type Journey as JourneyParts, journeyOf } from './journeyPoints.ts';
import { isScored } from './scoredRow.ts';

/** What customers go through, from before to after the purchase: which way each touchpoint moves them. */
export const Journey = ({ view, rows }: { view: View; rows: readonly TouchpointRow[] }) => {
  const { words } = view;
  const names = words.journey;
  const journey = journeyOf(rows, view.language);
  const shown = journey.stages.flatMap((each) => each.rows);
  // A single dot is no journey: the table has said it all.
  if (!shown.some(isScored) || shown.length < 2) return null;
  return (
    <section aria-labelledby="journey">
      <h2 id="journey">{names.title}</h2>
      <section class="scroll" aria-label={names.scrolls} tabindex={0}>
        <div class={`journey wide-${shown.length}`}>
          <JourneyChart view={view} journey={journey} />
          <ol class="stops">
            {shown.map((row) => (
              <li class={row.enough ? undefined : 'silent'}>
                <a class="to" href={view.link(touchpointPath(row.touchpoint))}>
                  <bdi>{row.title}</bdi>
                </a>
                <Mark view={view} row={row} journey={journey} />
              </li>
            ))}
          </ol>
        </div>
      </section>
      <p class="small">
        {names.lead} {journey.more > 0 && names.more(journey.more)}{' '}
        {journey.stages.some(({ stage }) => stage === 'none') && names.noStage}
      </p>
      <JourneyFigures view={view} journey={journey} />
    </section>
  );
};

/** Where people are moved most, and where they end. */
function Mark({ view: { words }, row, journey }: { view: View; row: TouchpointRow; journey: JourneyParts }) {
  const marks = [row === journey.peak && words.journey.peak, row === journey.end && words.journey.end].filter(Boolean);
  return marks.length > 0 ? <small>{marks.join(', ')}</small> : null;
}

/** The chart's figures as a table. */
const JourneyFigures = ({ view: { words, figures }, journey }: { view: View; journey: JourneyParts }) => (
  <details class="more">
    <summary>{words.journey.figures}</summary>
    <section class="scroll" aria-label={`${words.journey.figures}. ${words.touchpointPage.scroll}`} tabindex={0}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.touchpoint}</th>
            <th scope="col">{words.csv.stage}</th>
            <th class="num" scope="col">
              {words.emotionalBalance}
            </th>
            <th class="num" scope="col">
              {words.answersLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {journey.stages.flatMap(({ stage, rows }) =>
            rows.map((row) => (
              <tr>
                <th scope="row">
                  <bdi>{row.title}</bdi>
                </th>
                <td>{words.journey.stage[stage]}</td>
                <td class="num">
                  {row.enough ? `${figures.signed(row.valence.value)} (${figures.signedInterval(row.valence)})` : '–'}
                </td>
                <td class="num">{figures.whole(row.answered)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  </details>
);
