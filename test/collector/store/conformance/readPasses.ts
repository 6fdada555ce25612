import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { SitePass } from '../../../../packages/collector/src/store/pass.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { bucketOf, dayOfDate } from '../../../../packages/collector/src/tally/bucket.ts';
import { noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

export function passesRead(open: () => Promise<TestStore>): void {
  describe('passes', () => {
    const day = dayOfDate('2026-11-22');
    const dayMs = 86_400_000;

    let store: Store;
    let opened: TestStore;
    let sites: number[];

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      const added = [await store.addSite(defaultSite('One')), await store.addSite(defaultSite('Two'))];
      sites = added.map(({ site }) => site.id);
    });

    afterEach(() => opened.remove());

    const passes = (site: number, count: number, given: Partial<SitePass> = {}): SitePass[] =>
      Array.from({ length: count }, () => ({
        site,
        touchpoint: 'checkout',
        outcome: given.reason ? 'suppressed' : 'asked',
        reason: null,
        received: noon,
        ...given,
      }));

    it('counts passes by touchpoint and by what became of them, of one site, within the days', async () => {
      const [one = 0, two = 0] = sites;
      await store.recordPasses([
        ...passes(one, 3),
        ...passes(one, 2, { reason: 'cooldown', received: noon - dayMs }),
        ...passes(one, 1, { reason: 'cooldown' }),
        ...passes(one, 4, { reason: 'offline', touchpoint: 'support' }),
        ...passes(one, 7, { received: noon - 2 * dayMs }),
        ...passes(two, 9),
      ]);
      const window = { fromDay: day - 1, toDay: day };
      expect(await store.readPasses({ site: one, ...window })).toEqual([
        { touchpoint: 'checkout', outcome: 'asked', reason: null, count: 3 },
        { touchpoint: 'checkout', outcome: 'suppressed', reason: 'cooldown', count: 3 },
        { touchpoint: 'support', outcome: 'suppressed', reason: 'offline', count: 4 },
      ]);
      expect(await store.readPasses({ site: one, ...window, touchpoint: 'support' })).toEqual([
        { touchpoint: 'support', outcome: 'suppressed', reason: 'offline', count: 4 },
      ]);
      expect(await store.readPasses({ site: two, ...window, touchpoint: 'support' })).toEqual([]);
      const hour = bucketOf(noon, 'Europe/Madrid').hour;
      expect(await store.readPasses({ site: one, ...window, hours: { first: hour - 4, last: hour } })).toEqual([
        { touchpoint: 'checkout', outcome: 'asked', reason: null, count: 3 },
        { touchpoint: 'checkout', outcome: 'suppressed', reason: 'cooldown', count: 1 },
        { touchpoint: 'support', outcome: 'suppressed', reason: 'offline', count: 4 },
      ]);
    });
  });
}
