import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import type { Grain } from '../tally/deltaSum.ts';
import { type AnswersParameters, readAnswersQuery } from './answersQuery.ts';
import { checkSegment } from './checkSegment.ts';
import { wrong } from './invalidQuery.ts';
import { readParts } from './readParts.ts';
import { type TrendBucket, trend } from './trend.ts';
import { type TrendGrain, trendGrains, trendStretches } from './trendStretches.ts';
import { type Period, periodOf } from './window.ts';

export type TrendParameters = AnswersParameters & { bucket?: string | undefined };

/** The JSON of `GET /v1/touchpoints/{key}/trend`. */
export interface TrendReport {
  period: Period;
  bucket: TrendGrain;
  buckets: TrendBucket[];
}

/**
 * Reads a touchpoint's scores over time, by day where nothing else is asked for; the last hours are read by hour only.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readTrend(
  store: Pick<Store, 'readBuckets' | 'listSegmentNames'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  touchpoint: string,
  parameters: TrendParameters,
  now: number,
): Promise<TrendReport> {
  const { bucket, stratum, ...query } = readParts(
    () => readAnswersQuery(parameters, now, site.timeZone),
    () => readGrain(parameters.bucket, parameters.hours),
  );
  const { fromDay: _, toDay: __, hours: ___, ...filter } = query;
  await checkSegment(store, site.id, filter.segment);
  const stretches = trendStretches(bucket, query, site.timeZone, now);
  const tallies = await store.readBuckets({
    site: site.id,
    touchpoint,
    ...filter,
    grain: tallyGrain[bucket],
    fromBucket: stretches[0]?.first ?? 0,
    toBucket: stretches.at(-1)?.last ?? -1,
  });
  return { period: periodOf(query, site.timeZone), bucket, buckets: trend(stretches, tallies, stratum) };
}

const tallyGrain: Record<TrendGrain, Grain> = { hour: 'hour', day: 'day', week: 'day' };

function readGrain(asked: string | undefined, hours: string | undefined): { bucket: TrendGrain } {
  const text = asked ?? (hours === undefined ? 'day' : 'hour');
  if (hours !== undefined && text !== 'hour') throw wrong('bucket', 'must be hour beside hours');
  const bucket = trendGrains.find((grain) => grain === text);
  if (!bucket) throw wrong('bucket', `must be ${trendGrains.join(', ').replace(/, (\w+)$/, ' or $1')}`);
  return { bucket };
}
