import { builtInSegments } from '@vivencia/contract/response';
import type { Store } from '../store/store.ts';
import { InvalidQuery } from './invalidQuery.ts';
import type { ScoresQuery } from './scoresQuery.ts';

/**
 * A segment's name must have been heard of: a mistyped one would look as if nobody had answered. A value need not have
 * been: that nobody of it answered is an answer.
 *
 * @throws InvalidQuery
 */
export async function checkSegment(
  store: Pick<Store, 'listSegmentNames'>,
  site: number,
  segment: ScoresQuery['segment'],
): Promise<void> {
  if (!segment || (builtInSegments as readonly string[]).includes(segment.name)) return;
  if ((await store.listSegmentNames(site)).includes(segment.name)) return;
  throw new InvalidQuery([
    {
      path: 'segment',
      reason: "is not among this site's segments; names beyond the first 8 are counted as other:other",
    },
  ]);
}
