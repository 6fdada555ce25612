import type { ReadScores } from '../../stats/readScores.ts';
import type { View } from '../kit/view.ts';
import { askedDifferently } from './askedDifferently.ts';
import { AxisNames, barScale } from './intensityBar.tsx';
import { RankingRow } from './rankingRow.tsx';
import { isScored } from './scoredRow.ts';

/** The touchpoints in order of emotional intensity. */
export const Ranking = ({ view, scores }: { view: View; scores: ReadScores }) => {
  const { words } = view;
  const rows = scores.report.touchpoints;
  const scored = rows.filter(isScored);
  const scale = barScale(scored);
  const hasFigures = scored.length > 0;
  const different = askedDifferently(scored);
  return (
    <table aria-label={words.touchpoints}>
      {hasFigures && (
        <caption>
          {words.barLegend}
          {different.size > 0 && <p>{words.notComparable}</p>}
        </caption>
      )}
      <thead>
        <tr>
          <th class="no" scope="col">
            <span class="hide">{words.rank}</span>
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
      {rows.map((row) => (
        <RankingRow
          view={view}
          row={row}
          ranked={scored.length}
          isAskedDifferently={different.has(row.touchpoint)}
          scale={scale}
          tally={scores.tallies.find(({ touchpoint }) => touchpoint === row.touchpoint)}
          touchpoint={scores.touchpoints.find(({ key }) => key === row.touchpoint)}
        />
      ))}
    </table>
  );
};
