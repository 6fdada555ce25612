import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { type AnswersParameters, readAnswersQuery } from './answersQuery.ts';
import { checkSegment } from './checkSegment.ts';
import { type Histogram, histogram } from './histogram.ts';
import { type Period, periodOf } from './window.ts';

/** The JSON of `GET /v1/touchpoints/{key}/histogram`. */
export type HistogramReport = { period: Period } & Histogram;

/**
 * Reads what a touchpoint's score rests on.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readHistogram(
  store: Pick<Store, 'readBuckets' | 'listSegmentNames'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  touchpoint: string,
  parameters: AnswersParameters,
  now: number,
): Promise<HistogramReport> {
  const { stratum, ...query } = readAnswersQuery(parameters, now, site.timeZone);
  const { fromDay, toDay, hours, ...filter } = query;
  await checkSegment(store, site.id, filter.segment);
  const tallies = await store.readBuckets({
    site: site.id,
    touchpoint,
    ...filter,
    grain: hours ? 'hour' : 'day',
    fromBucket: hours?.first ?? fromDay,
    toBucket: hours?.last ?? toDay,
  });
  const counts = tallies.flatMap((tally) => tally.counts);
  return { period: periodOf(query, site.timeZone), ...histogram(counts, stratum) };
}
