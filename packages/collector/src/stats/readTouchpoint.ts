import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import type { Grain } from '../tally/deltaSum.ts';
import { type AnswersParameters, type AnswersQuery, readAnswersQuery } from './answersQuery.ts';
import { checkSegment } from './checkSegment.ts';
import { type Histogram, histogram } from './histogram.ts';
import { readParts, wrong } from './invalidQuery.ts';
import { type TrendBucket, trend } from './trend.ts';
import { type TrendGrain, trendGrains, trendStretches } from './trendStretches.ts';
import { type Period, periodOf } from './window.ts';

type TouchpointStore = Pick<Store, 'readBuckets' | 'listSegmentNames'>;
type Owner = Pick<Site, 'id' | 'timeZone'>;

export type TrendParameters = AnswersParameters & { bucket?: string | undefined };

/** The JSON of `GET /v1/touchpoints/{key}/trend`. */
export interface TrendReport {
  period: Period;
  bucket: TrendGrain;
  buckets: TrendBucket[];
}

/**
 * Reads a touchpoint's scores over time, by day where nothing else is asked for.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readTrend(
  store: TouchpointStore,
  site: Owner,
  touchpoint: string,
  parameters: TrendParameters,
  now: number,
): Promise<TrendReport> {
  const { bucket, ...query } = readParts<AnswersQuery & { bucket: TrendGrain }>(
    () => readAnswersQuery(parameters, now, site.timeZone),
    () => readGrain(parameters.bucket),
  );
  await checkSegment(store, site.id, query.segment);
  const stretches = trendStretches(bucket, query, site.timeZone, now);
  const tallies = await store.readBuckets({
    ...filterOf(site, touchpoint, query),
    grain: tallyGrain[bucket],
    fromBucket: stretches[0]?.first ?? 0,
    toBucket: stretches.at(-1)?.last ?? -1,
  });
  return { period: periodOf(query, site.timeZone), bucket, buckets: trend(stretches, tallies, query.stratum) };
}

/** The JSON of `GET /v1/touchpoints/{key}/histogram`. */
export type HistogramReport = { period: Period } & Histogram;

/**
 * Reads what a touchpoint's score rests on.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readHistogram(
  store: TouchpointStore,
  site: Owner,
  touchpoint: string,
  parameters: AnswersParameters,
  now: number,
): Promise<HistogramReport> {
  const query = readAnswersQuery(parameters, now, site.timeZone);
  await checkSegment(store, site.id, query.segment);
  const tallies = await store.readBuckets({
    ...filterOf(site, touchpoint, query),
    grain: 'day',
    fromBucket: query.fromDay,
    toBucket: query.toDay,
  });
  const counts = tallies.flatMap((tally) => tally.counts);
  return { period: periodOf(query, site.timeZone), ...histogram(counts, query.stratum) };
}

const tallyGrain: Record<TrendGrain, Grain> = { hour: 'hour', day: 'day', week: 'day' };

const filterOf = (site: Owner, touchpoint: string, { fromDay, toDay, stratum, ...filter }: AnswersQuery) => ({
  site: site.id,
  touchpoint,
  ...filter,
});

function readGrain(text = 'day'): { bucket: TrendGrain } {
  const bucket = trendGrains.find((grain) => grain === text);
  if (!bucket) throw wrong('bucket', `must be ${trendGrains.join(', ').replace(/, (\w+)$/, ' or $1')}`);
  return { bucket };
}
