import { describe, expect, test } from 'vitest';
import { SiteLookup } from '../../../packages/collector/src/access/siteLookup.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { noon } from '../../support/delivery.ts';

/** A lookup over a store that knows every key, and says how often it was read. */
function lookup() {
  const clock = { now: noon };
  const read: string[] = [];
  const store = {
    siteByPublicKey: async (key: string) => {
      read.push(key);
      return { name: `read ${read.length}` };
    },
  };
  return { clock, read, sites: new SiteLookup(store as unknown as Store, () => clock.now) };
}
const keyOf = (place: number) => `pk_${place.toString(16).padStart(32, '0')}`;

describe('a site is remembered', () => {
  test.each([
    ['for half a second', 499, 1],
    ['and no longer', 500, 2],
    ['and not until a clock that was set back is there again', -3_600_000, 2],
  ])('%s', async (_, laterMs, reads) => {
    const { clock, read, sites } = lookup();
    await sites.site(keyOf(0));
    clock.now += laterMs;
    expect(await sites.site(keyOf(0))).toEqual({ name: `read ${reads}` });
    expect(read).toHaveLength(reads);
  });

  test('among 10,000 at most, however many keys come', async () => {
    const { read, sites } = lookup();
    for (let place = 0; place < 10_000; place++) await sites.site(keyOf(place));
    await sites.site(keyOf(0));
    expect(read).toHaveLength(10_000);
    await sites.site(keyOf(10_000));
    await sites.site(keyOf(0));
    expect(read).toHaveLength(10_002);
  });
});
