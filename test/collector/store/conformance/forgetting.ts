import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { delivery } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What is kept no longer, to the day, and the traces of what was deleted. */
export function forgettingKept(open: () => Promise<TestStore>): void {
  describe('forgetting', () => {
    let opened: TestStore;
    let store: Store;
    let site: number;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site.id;
    });
    afterEach(() => opened.remove());

    const keep = (days: number) =>
      store.putSite(site, {
        ...defaultSite('Shop'),
        retentionDays: { shown: days, comments: days, respondents: days },
      });

    test('each kind goes once its days are over, and not before', async () => {
      // A minute to either side: the store reads the clock itself.
      const ages = [30 * dayMs + 60_000, 30 * dayMs - 60_000];
      const now = Date.now();
      for (const age of ages) {
        const frame = { moment: now - age, received: now - age };
        await store.recordStates([
          delivery(site, { status: 'dismissed' }, frame),
          delivery(site, { status: 'answered', emotion: 'sad', comment: 'Mine.', respondent: 'c-1' }, frame),
        ]);
      }
      await keep(0);
      expect(await store.retire()).toEqual({ shown: 0, comments: 0, respondents: 0 });
      await keep(30);
      expect(await store.retire()).toEqual({ shown: 1, comments: 1, respondents: 1 });
      expect(await store.retire()).toEqual({ shown: 0, comments: 0, respondents: 0 });
      const kept = await store.readResponses(site, null, 10);
      expect(kept.map(({ status, comment, respondent }) => `${status} ${comment} ${respondent}`).sort()).toEqual([
        'answered Mine. c-1',
        'answered null null',
        'dismissed null null',
      ]);
      expect((await store.verify()).differences).toEqual([]);
    });

    test('traces are left only where somebody says that the rest is too large, and all that is kept stays', async () => {
      expect(await store.scrub(0)).toBe(true);
      await store.recordStates([
        delivery(site, { respondent: 'c-1', comment: 'Mine.' }),
        delivery(site, { respondent: 'c-2', comment: 'Kept.' }),
      ]);
      await store.eraseRespondent(site, 'c-1');
      expect(await store.scrub(1)).toBe(false);
      expect(await store.scrub()).toBe(true);
      expect(await store.scrub(1)).toBe(true);
      expect(await store.readResponses(site, null, 10)).toMatchObject([{ comment: 'Kept.' }]);
    });
  });
}
