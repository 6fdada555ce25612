import { readAnswersQuery } from '../../stats/answersQuery.ts';
import type { Movement } from '../../stats/movements.ts';
import { readMovements } from '../../stats/readMovements.ts';
import { type ReadScores, readScores } from '../../stats/readScores.ts';
import { readTrend, type TrendReport } from '../../stats/readTrend.ts';
import type { ScoresParameters } from '../../stats/scoresQuery.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Window } from '../../stats/window.ts';
import type { Site, Touchpoint } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import { trendGrain } from './trendGrain.ts';

/** What a touchpoint's page says of the answers that an address chooses. */
export interface TouchpointReading {
  touchpoint: Touchpoint;
  row: TouchpointRow;
  period: ReadScores['report']['period'];
  /** What the row was made from. */
  counts: TallyCount[];
  trend: TrendReport;
  /** When it moved, if it did: the same that the overview says. */
  movement: Movement | null;
  window: Window;
  parameters: ScoresParameters;
}

/** A trend by day of which fewer points than this have enough answers is read by week. */
const fewestDailyPoints = 3;
const daysOfTwoWeeks = 14;

/**
 * Reads a touchpoint's score and its trend, as the API has them.
 *
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readTouchpoint(
  store: Store,
  site: Site,
  touchpoint: Touchpoint,
  parameters: ScoresParameters,
  now: number,
): Promise<TouchpointReading> {
  const { key } = touchpoint;
  const { fromDay, toDay, hours } = readAnswersQuery(parameters, now, site.timeZone);
  const window = { fromDay, toDay, ...(hours && { hours }) };
  const trendBy = (bucket: TrendReport['bucket']) => readTrend(store, site, key, { ...parameters, bucket }, now);
  const [scores, usual, { moved }] = await Promise.all([
    readScores(store, site, parameters, now, key),
    trendBy(trendGrain(window)),
    readMovements(store, site, parameters, now),
  ]);
  const isThin =
    usual.bucket === 'day' &&
    toDay - fromDay + 1 >= daysOfTwoWeeks &&
    usual.buckets.filter(({ enough }) => enough).length < fewestDailyPoints;
  const trend = isThin ? await trendBy('week') : usual;
  const row = scores.report.touchpoints.find((each) => each.touchpoint === key) as TouchpointRow;
  const counts = scores.tallies.find((each) => each.touchpoint === key)?.counts ?? [];
  return {
    touchpoint,
    row,
    period: scores.report.period,
    counts,
    trend,
    movement: moved.get(key) ?? null,
    window,
    parameters,
  };
}
