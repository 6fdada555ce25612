import { readAnswersQuery } from '../../stats/answersQuery.ts';
import { readTrend, type TrendReport } from '../../stats/readTrend.ts';
import type { ScoresParameters } from '../../stats/scoresQuery.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { trendGrain } from './trendGrain.ts';

/** A trend by day of which fewer points than this have enough answers is read by week. */
const fewestDailyPoints = 3;
const daysOfTwoWeeks = 14;

/**
 * Reads a touchpoint's trend in the steps in which its page draws it.
 *
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readDrawnTrend(
  store: Store,
  site: Site,
  touchpoint: string,
  parameters: ScoresParameters,
  now: number,
): Promise<TrendReport> {
  const window = readAnswersQuery(parameters, now, site.timeZone);
  const readBy = (bucket: TrendReport['bucket']) => readTrend(store, site, touchpoint, { ...parameters, bucket }, now);
  const usual = await readBy(trendGrain(window));
  const isThin =
    usual.bucket === 'day' &&
    window.toDay - window.fromDay + 1 >= daysOfTwoWeeks &&
    usual.buckets.filter(({ enough }) => enough).length < fewestDailyPoints;
  return isThin ? readBy('week') : usual;
}
