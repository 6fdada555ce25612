import type { Child } from 'hono/jsx';
import type { Movements } from '../../stats/readMovements.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import type { View } from '../kit/view.ts';
import { askedDifferently } from './askedDifferently.ts';
import { AxisNames, barScale } from './intensityBar.tsx';
import { daysHeard } from './pace.ts';
import { RankingRow } from './rankingRow.tsx';
import { isScored } from './scoredRow.ts';
import { directionOf, nextSort, readSorting, type Sorting, type SortKey, sorted } from './sorting.ts';
import { sparkPoints, sparkSpan } from './sparkline.tsx';

interface RankingProps {
  view: View;
  scores: ReadScores;
  went: Movements;
  /** How many days of the period have begun. */
  days: number;
}

/** The touchpoints in order of emotional intensity, or as they were asked to be sorted. */
export const Ranking = ({ view, scores, went, days }: RankingProps) => {
  const { words } = view;
  const sorting = readSorting(view.kept.sort);
  const rows = sorted(scores.report.touchpoints, sorting, view, went.moved);
  const scored = rows.filter(isScored);
  const scale = barScale(scored);
  const hasFigures = scored.length > 0;
  const different = askedDifferently(scored);
  const lines = new Map(
    went.series.flatMap(({ touchpoint, sums }) => {
      const points = sparkPoints(sums, went.window);
      return points ? [[touchpoint, points] as const] : [];
    }),
  );
  const span = sparkSpan([...lines.values()]);
  const Column = ({ by, name, children }: { by: SortKey; name: string; children?: Child }) => (
    <Header {...{ view, sorting, by, name }}>{children}</Header>
  );
  return (
    <table class="ranking" aria-label={words.touchpoints}>
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
          <Column by="touchpoint" name="">
            {words.touchpoint}
          </Column>
          <Column by="intensity" name="num val">
            {words.intensity}
          </Column>
          <Column by="balance" name="bar">
            {hasFigures && <AxisNames words={words} scale={scale} />}
            <span class="hide">{words.emotionalBalance}</span>
          </Column>
          <Column by="feeling" name="feel">
            {words.mostlyLabel}
          </Column>
          <Column by="answers" name="num ans">
            {words.answersLabel}
          </Column>
          <Column by="trend" name="went">
            {words.trend}
          </Column>
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
          line={lines.get(row.touchpoint)}
          span={span}
          movement={went.moved.get(row.touchpoint) ?? null}
          days={daysHeard(row.touchpoint, went, days)}
        />
      ))}
    </table>
  );
};

interface HeaderProps {
  view: View;
  sorting: Sorting;
  by: SortKey;
  /** Of the column in the style. */
  name: string;
  children?: Child;
}

const Header = ({ view, sorting, by, name, children }: HeaderProps) => (
  <th class={name || undefined} scope="col" aria-sort={sorting.by === by ? directionOf(sorting) : undefined}>
    <a href={view.link('/', { sort: nextSort(by, sorting) })} title={view.words.sortBy(sortName(view, by))}>
      {children}
    </a>
  </th>
);

const sortName = ({ words }: View, by: SortKey) =>
  ({
    intensity: words.intensity,
    touchpoint: words.touchpoint,
    balance: words.emotionalBalance,
    feeling: words.mostlyLabel,
    answers: words.answersLabel,
    trend: words.trend,
  })[by];
