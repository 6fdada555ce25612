import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import { keptOrigins, type Sighting } from '../../../../packages/collector/src/store/note.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../../packages/collector/src/tally/bucket.ts';
import { noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

const today = dayOfDate('2026-11-22');
const dayMs = 24 * 60 * 60 * 1000;
const shop = 'https://shop.example';

/** From where a site was heard, and what was refused. */
export function notesKept(open: () => Promise<TestStore>): void {
  describe('notes', () => {
    let opened: TestStore;
    let store: Store;
    let site: number;
    let other: number;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site.id;
      other = (await store.addSite(defaultSite('Other'))).site.id;
    });
    afterEach(() => opened.remove());

    const saw = (sightings: Sighting[], of = site) =>
      store.recordNotes([{ site: of, at: noon, sightings, refusals: [] }]);
    const refused = (count: number, reason: string, at = noon, of = site) =>
      store.recordNotes([{ site: of, at, sightings: [], refusals: [{ reason, count }] }]);
    const refusals = (fromDay: number, toDay: number, of = site) => store.readRefusals({ site: of, fromDay, toDay });

    test('each origin and kind is there once, as it was last heard, the latest first', async () => {
      await saw([
        { origin: shop, kind: 'loader', lastAt: noon - 9 },
        { origin: shop, kind: 'answer', lastAt: noon - 5 },
      ]);
      await saw([
        { origin: shop, kind: 'loader', lastAt: noon - 1 },
        // Told late: it was heard since then.
        { origin: shop, kind: 'answer', lastAt: noon - 7 },
      ]);
      await saw([{ origin: 'null', kind: 'refused', lastAt: noon }], other);
      expect(await store.readSightings(site)).toEqual([
        { origin: shop, kind: 'loader', lastAt: noon - 1 },
        { origin: shop, kind: 'answer', lastAt: noon - 5 },
      ]);
      expect(await store.readSightings(other)).toEqual([{ origin: 'null', kind: 'refused', lastAt: noon }]);
    });

    test('of too many origins of a kind the one that was not heard for longest goes', async () => {
      await saw([{ origin: shop, kind: 'answer', lastAt: 1 }]);
      await saw(
        Array.from({ length: keptOrigins + 2 }, (_, place) => ({
          origin: `https://${place}.example`,
          kind: 'refused' as const,
          lastAt: noon + place,
        })),
      );
      const kept = await store.readSightings(site);
      expect(kept).toHaveLength(keptOrigins + 1);
      expect(kept.at(-1)).toEqual({ origin: shop, kind: 'answer', lastAt: 1 });
      expect(kept.at(-2)?.origin).toBe('https://2.example');
    });

    test('refusals are summed by reason within the days, most frequent first', async () => {
      await refused(2, 'origin_not_allowed');
      await refused(3, 'origin_not_allowed', noon - dayMs);
      await refused(4, 'invalid_json');
      await refused(9, 'invalid_json', noon - 2 * dayMs);
      await refused(7, 'invalid_json', noon, other);
      expect(await refusals(today - 1, today)).toEqual([
        { reason: 'origin_not_allowed', count: 5 },
        { reason: 'invalid_json', count: 4 },
      ]);
      expect(await refusals(today + 1, today + 9)).toEqual([]);
      expect(await refusals(today, today, other)).toEqual([{ reason: 'invalid_json', count: 7 }]);
    });

    test('what is too old is forgotten: refusals after 90 days, sightings after 400', async () => {
      await refused(1, 'invalid_json');
      await saw([{ origin: shop, kind: 'answer', lastAt: noon }]);
      await store.forgetNotes(noon + 90 * dayMs);
      expect(await refusals(today, today)).toHaveLength(1);
      await store.forgetNotes(noon + 91 * dayMs);
      expect(await refusals(today, today)).toEqual([]);
      await store.forgetNotes(noon + 400 * dayMs);
      expect(await store.readSightings(site)).toHaveLength(1);
      await store.forgetNotes(noon + 400 * dayMs + 1);
      expect(await store.readSightings(site)).toEqual([]);
    });

    test('those of a site that is gone are left out, and the others kept', async () => {
      await store.removeSite(other);
      await store.recordNotes([
        { site: other, at: noon, sightings: [], refusals: [{ reason: 'invalid_json', count: 1 }] },
        { site, at: noon, sightings: [], refusals: [{ reason: 'invalid_json', count: 2 }] },
      ]);
      expect([await refusals(today, today, other), await refusals(today, today)]).toEqual([
        [],
        [{ reason: 'invalid_json', count: 2 }],
      ]);
    });
  });
}
