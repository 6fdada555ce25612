import { participation } from '../../stats/participation.ts';
import type { Window } from '../../stats/window.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';

/** Reads how many prompts of a touchpoint were shown, to anybody. */
export async function readShown(
  store: Pick<Store, 'readBuckets'>,
  site: Site,
  touchpoint: string,
  { fromDay, toDay, hours }: Window,
): Promise<number> {
  const buckets = await store.readBuckets({
    site: site.id,
    touchpoint,
    grain: hours ? 'hour' : 'day',
    fromBucket: hours?.first ?? fromDay,
    toBucket: hours?.last ?? toDay,
  });
  return participation(buckets.flatMap(({ counts }) => counts)).shown;
}
