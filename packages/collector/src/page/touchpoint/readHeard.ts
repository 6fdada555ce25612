import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { dayOf } from '../../tally/bucket.ts';
import { isRated } from '../kit/ratedRow.ts';

/** Whether anything passed a touchpoint in a period, before or after it only, or never. */
export type Heard = 'now' | 'otherwise' | 'never';

/** Reads it; all periods are looked through only where the row's own is empty. */
export async function readHeard(
  store: Pick<Store, 'readBuckets' | 'readPasses'>,
  site: Site,
  row: TouchpointRow,
  now: number,
): Promise<Heard> {
  if (row.answered + row.shown + row.passed > 0 || isRated(row)) return 'now';
  const [of, today] = [{ site: site.id, touchpoint: row.touchpoint }, dayOf(now, site.timeZone)];
  const passes = await store.readPasses({ ...of, fromDay: 0, toDay: today });
  if (passes.length > 0) return 'otherwise';
  const buckets = await store.readBuckets({ ...of, grain: 'day', fromBucket: 0, toBucket: today });
  return buckets.some(({ counts }) => counts.some(({ count }) => count > 0)) ? 'otherwise' : 'never';
}
