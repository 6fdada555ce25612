import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../../packages/collector/src/tally/bucket.ts';
import { delivery, noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

const today = dayOfDate('2026-11-22');

/** Counting one touchpoint at another, hiding and keeping. */
export function mergesKept(open: () => Promise<TestStore>): void {
  describe('merging', () => {
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

    const heard = (...keys: string[]) =>
      store.recordStates(
        keys.flatMap((touchpoint) =>
          [site, other].map((of) => delivery(of, { touchpoint, status: 'answered', emotion: 'sad', strength: 2 })),
        ),
      );
    const counted = async (of = site) => {
      const tallies = await store.readTallies({ site: of, fromDay: today, toDay: today });
      return tallies
        .map(({ touchpoint, passed, counts }) => [
          touchpoint,
          passed,
          counts.reduce((sum, { count }) => sum + count, 0),
        ])
        .sort();
    };

    test('moves answers, passes and changes that were noted, of its own site only', async () => {
      await heard('checkout', 'chekout');
      for (const of of [site, other]) {
        const pass = { site: of, touchpoint: 'chekout', outcome: 'asked', reason: null, received: noon } as const;
        await store.recordPasses([pass]);
      }
      await store.addAction(site, 'chekout', { day: today, text: 'A shorter form', author: 'Marta' });
      expect(await store.mergeTouchpoint(site, 'chekout', 'checkout')).toBe(true);
      expect(await counted()).toEqual([['checkout', 1, 2]]);
      expect(await counted(other)).toEqual([
        ['checkout', 0, 1],
        ['chekout', 1, 1],
      ]);
      expect((await store.listActions(site, 'checkout')).map(({ text }) => text)).toEqual(['A shorter form']);
      await heard('chekout');
      expect(await counted()).toEqual([['checkout', 1, 3]]);
      expect([await store.listMerged(site), await store.listMerged(other)]).toEqual([
        [{ key: 'chekout', into: 'checkout' }],
        [],
      ]);
      expect((await store.verify()).differences).toEqual([]);
    });

    test('is refused where it cannot be, and then nothing moves', async () => {
      await heard('heard', 'gone', 'other', 'target');
      await store.recordStates([delivery(other, { touchpoint: 'theirs' })]);
      for (const key of ['declared', 'hidden']) await store.putTouchpoint(site, key, defaultSettings(key));
      await store.hideTouchpoint(site, 'hidden');
      await store.mergeTouchpoint(site, 'gone', 'target');
      const before = await counted();
      const done: string[] = [];
      for (const [from, into] of [
        ['nobody', 'target'],
        ['heard', 'nobody'],
        ['heard', 'theirs'],
        ['theirs', 'heard'],
        ['heard', 'heard'],
        ['heard', 'hidden'],
        ['heard', 'gone'],
        ['gone', 'heard'],
        ['heard', 'other'],
        ['other', 'target'],
        ['declared', 'heard'],
        ['hidden', 'heard'],
      ] as const) {
        if (await store.mergeTouchpoint(site, from, into)) done.push(`${from} into ${into}`);
      }
      expect(done).toEqual([]);
      expect(await counted()).toEqual(before);
      // Saying the same again is nothing new.
      expect(await store.mergeTouchpoint(site, 'gone', 'target')).toBe(true);
      await store.finishMerges();
      expect(await counted()).toEqual(before);
    });

    test('nothing is merged into one that is just being merged', async () => {
      await heard('heard', 'gone', 'target');
      const merges = [store.mergeTouchpoint(site, 'gone', 'target'), store.mergeTouchpoint(site, 'heard', 'gone')];
      expect(await Promise.all(merges)).toEqual([true, false]);
      expect((await counted()).map(([key]) => key)).toEqual(['heard', 'target']);
    });

    test('what is hidden or merged is kept, and says so', async () => {
      await heard('heard');
      await store.putTouchpoint(site, 'declared', defaultSettings('declared'));
      await store.putTouchpoint(site, 'hidden', defaultSettings('hidden'));
      expect(await store.hideTouchpoint(site, 'hidden')).toBe(true);
      await store.mergeTouchpoint(site, 'heard', 'declared');
      const kept = await store.listKeptTouchpoints(site);
      expect(kept.map(({ key, confirmed, hidden, mergedInto }) => [key, confirmed, hidden, mergedInto])).toEqual([
        ['declared', true, false, null],
        ['heard', false, true, 'declared'],
        ['hidden', true, true, null],
      ]);
      expect(await store.showTouchpoint(other, 'hidden')).toBe(false);
      expect(await store.showTouchpoint(site, 'hidden')).toBe(true);
      expect(await store.showTouchpoint(site, 'hidden')).toBe(false);
      expect(await store.showTouchpoint(site, 'heard')).toBe(false);
    });

    test('settings are saved only over the version that was seen', async () => {
      const titled = (title: string) => ({ ...defaultSettings('checkout'), title });
      expect(await store.saveTouchpoint(site, 'checkout', titled('One'), 1)).toBeNull();
      expect(await store.saveTouchpoint(site, 'checkout', titled('One'), 0)).toMatchObject({ version: 1 });
      expect(await store.saveTouchpoint(site, 'checkout', titled('Late'), 0)).toBeNull();
      expect(await store.saveTouchpoint(site, 'checkout', titled('Two'), 1)).toMatchObject({ version: 2 });
      expect((await store.getTouchpoint(site, 'checkout'))?.settings.title).toBe('Two');
    });
  });
}
