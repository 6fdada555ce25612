import type { ReadScores } from '../stats/readScores.ts';
import { AxisNames, barScale } from './intensityBar.tsx';
import { RankingRow } from './rankingRow.tsx';
import type { View } from './view.ts';

/** The touchpoints in order of emotional intensity. */
export const Ranking = ({ view, scores }: { view: View; scores: ReadScores }) => {
  const { words } = view;
  const rows = scores.report.touchpoints;
  const scale = barScale(rows);
  const hasFigures = rows.some(({ enough }) => enough);
  return (
    <table aria-label={words.touchpoints}>
      {hasFigures && <caption>{words.barLegend}</caption>}
      <thead>
        <tr>
          <th class="no" scope="col">
            <span class="hide">{words.order}</span>
          </th>
          <th scope="col">{words.touchpoint}</th>
          <th class="num val" scope="col">
            {words.intensity}
          </th>
          <th class="bar" scope="col">
            {hasFigures ? (
              <AxisNames words={words} scale={scale} />
            ) : (
              <span class="hide">{words.emotionalBalance}</span>
            )}
          </th>
          <th class="feel" scope="col">
            {words.mostlyLabel}
          </th>
          <th class="num ans" scope="col">
            {words.answersLabel}
          </th>
        </tr>
      </thead>
      {rows.map((row, index) => (
        <RankingRow
          view={view}
          row={row}
          place={index + 1}
          scale={scale}
          tally={scores.tallies.find(({ touchpoint }) => touchpoint === row.touchpoint)}
          touchpoint={scores.touchpoints.find(({ key }) => key === row.touchpoint)}
        />
      ))}
    </table>
  );
};
