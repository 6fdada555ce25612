import type { Estimate } from '../../scoring/interval.ts';
import type { Movement } from '../../stats/movements.ts';
import type { TrendReport } from '../../stats/readTrend.ts';
import type { TrendBucket } from '../../stats/trend.ts';
import type { Action } from '../../store/action.ts';
import { dayOfDate } from '../../tally/bucket.ts';
import type { View } from '../kit/view.ts';
import { Plain } from './plainTable.tsx';
import { TrendChart } from './trendChart.tsx';

interface TrendPartProps {
  view: View;
  trend: TrendReport;
  /** Numbered in their order. */
  actions: readonly Action[];
  movement: Movement | null;
}

/** Intensity and balance over time, with what was changed; and the same as a table. */
export const TrendPart = ({ view, trend, actions, movement }: TrendPartProps) => {
  const { words, figures, dates } = view;
  const own = words.touchpointPage;
  const { bucket, buckets } = trend;
  if (!buckets.some(({ enough }) => enough)) return <p class="lead">{own.trendThin}</p>;
  const labelOf = ({ from }: TrendBucket) => (bucket === 'hour' ? dates.shortTime(from) : dates.shortDate(from));
  const marks = [
    ...actions.map(({ day }, index) => ({ day, label: String(index + 1) })),
    ...(movement ? [{ day: movement.bucket, label: dates.shortDay(movement.bucket) }] : []),
  ].flatMap(({ day, label }) => placeOf(trend, day).map((at) => ({ at, label })));
  const chart = (name: string, of: (each: TrendBucket) => Estimate | null, write: (x: number) => string) => ({
    points: buckets.map((each) => ({ label: labelOf(each), estimate: of(each) })),
    marks,
    write,
    title: name,
    alternative: alternativeOf(
      view,
      name,
      bucket,
      buckets.flatMap((each) => of(each) ?? []),
      write,
    ),
  });
  return (
    <>
      <TrendChart
        {...chart(words.emotionalIntensity, ({ intensity }) => intensity, figures.whole)}
        domain={[0, 100]}
        ticks={[0, 50, 100]}
        height={190}
      />
      <TrendChart
        {...chart(words.emotionalBalance, ({ valence }) => valence, figures.signed)}
        domain={[-100, 100]}
        ticks={[-100, 0, 100]}
        height={150}
      />
      <p class="legend">{own.trendLegend}</p>
      <details class="more">
        <summary>{own.figures}</summary>
        <Plain view={view} label={`${own.trend}, ${own.grain[bucket]}`}>
          <thead>
            <tr>
              <th scope="col">{own.when}</th>
              <th class="num" scope="col">
                {words.intensity}
              </th>
              <th class="num" scope="col">
                {words.emotionalBalance}
              </th>
              <th class="num" scope="col">
                {words.answersLabel}
              </th>
              <th class="num" scope="col">
                {words.shown}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.map((each) => (
              <tr>
                <th scope="row">
                  {bucket === 'hour' ? `${dates.shortDate(each.from)}, ${labelOf(each)}` : labelOf(each)}
                </th>
                <td class="num">
                  {each.enough ? `${figures.whole(each.intensity.value)} (${figures.interval(each.intensity)})` : '–'}
                </td>
                <td class="num">
                  {each.enough
                    ? `${figures.signed(each.valence.value)} (${figures.signedInterval(each.valence)})`
                    : '–'}
                </td>
                <td class="num">{figures.whole(each.answered)}</td>
                <td class="num">{figures.whole(each.shown)}</td>
              </tr>
            ))}
          </tbody>
        </Plain>
      </details>
    </>
  );
};

function alternativeOf(
  { words }: View,
  name: string,
  bucket: TrendReport['bucket'],
  heard: readonly Estimate[],
  write: (x: number) => string,
): string {
  const own = words.touchpointPage;
  const values = heard.map(({ value }) => value);
  if (values.length === 0) return own.trendNone(name);
  const [first = 0] = values;
  const told = [first, values.at(-1) ?? first, Math.min(...values), Math.max(...values)].map(write);
  return own.trendAlt(name, own.grain[bucket], ...(told as [string, string, string, string]));
}

const daysInStep = { hour: 1, day: 1, week: 7 };

/** Where on the chart a day stands, 0…1; one outside its days has no place. */
function placeOf({ bucket, buckets }: TrendReport, day: number): number[] {
  const days = buckets.map(({ from }) => dayOfDate(from.slice(0, 'yyyy-mm-dd'.length)));
  const end = (days.at(-1) ?? 0) + daysInStep[bucket];
  if (buckets.length === 0 || day < (days[0] as number) || day >= end) return [];
  const step = bucket === 'hour' ? days.indexOf(day) : days.findLastIndex((each) => each <= day);
  const within = bucket === 'week' ? (day - (days[step] as number) + 0.5) / 7 : bucket === 'day' ? 0.5 : 0;
  return [(step + within) / buckets.length];
}
