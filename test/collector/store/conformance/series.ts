import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { SeriesQuery } from '../../../../packages/collector/src/store/series.ts';
import type { Site } from '../../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../../packages/collector/src/tally/bucket.ts';
import { delivery, noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

export function seriesKept(open: () => Promise<TestStore>): void {
  describe('series', () => {
    let opened: TestStore;
    const today = dayOfDate('2026-11-22');
    const dayMs = 24 * 60 * 60 * 1000;
    let store: Store;
    let site: Site;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site;
      const other = (await store.addSite(defaultSite('Other'))).site;
      const felt = (given: object, daysAgo = 0, of = site) =>
        delivery(
          of.id,
          { status: 'answered', latencyMs: 1_000, ...given },
          { moment: noon - daysAgo * dayMs, received: noon },
        );
      await store.recordStates([
        felt({ emotion: 'angry', strength: 5 }),
        felt({ emotion: 'happy', strength: 2, latencyMs: 30 * 60_000, segment: [['plan', 'pro']] }),
        felt({ emotion: 'indifferent', strength: 4 }),
        felt({ emotion: 'indifferent' }),
        felt({ emotion: 'sad' }),
        felt({ evaluation: { scale: 'nps', value: 9 } }),
        felt({ emotion: 'angry', strength: 5, test: true }),
        felt({ status: 'shown', latencyMs: null }),
        felt({ emotion: 'happy', strength: 5 }, 2),
        felt({ emotion: 'happy', strength: 5, touchpoint: 'tour' }, 1),
        felt({ emotion: 'happy', strength: 5 }, 0, other),
        felt({ emotion: 'happy', strength: 5 }, 9),
      ]);
    });
    afterAll(() => opened.remove());

    const weights = [1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0];
    const read = async (query: Partial<SeriesQuery> = {}) => {
      const found = await store.readSeries({
        site: site.id,
        grain: 'day',
        fromBucket: today - 5,
        toBucket: today,
        weights,
        ...query,
      });
      return Object.fromEntries(found.map(({ touchpoint, sums }) => [touchpoint, sums]));
    };

    test('what was felt is summed by touchpoint and day, neutral as 0, without a strength not at all', async () => {
      expect(await read()).toEqual({
        checkout: [
          { bucket: today - 2, n: 1, w: 1, w2: 1, ws: 1, wu: 1, wu2: 1 },
          // −1, .4 at half its weight, 0 and 0
          { bucket: today, n: 4, w: 3.5, w2: 3.25, ws: -0.8, wu: 1.2, wu2: 1.08 },
        ],
        tour: [{ bucket: today - 1, n: 1, w: 1, w2: 1, ws: 1, wu: 1, wu2: 1 }],
      });
    });

    test('answers that weigh nothing are left out, and so are those of other segments', async () => {
      expect((await read({ weights: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] })).checkout?.[1]?.n).toBe(3);
      expect(await read({ segment: { name: 'plan', value: 'pro' } })).toEqual({
        checkout: [{ bucket: today, n: 1, w: 0.5, w2: 0.25, ws: 0.2, wu: 0.2, wu2: 0.08 }],
      });
      expect(await read({ segment: { name: 'plan', value: 'none' } })).toEqual({});
      expect((await read({ test: true })).checkout?.[1]?.n).toBe(5);
    });

    test('by the hour as well', async () => {
      const hour = Math.floor(noon / (15 * 60_000));
      expect((await read({ grain: 'hour', fromBucket: hour, toBucket: hour })).checkout?.[0]).toMatchObject({
        bucket: hour,
        n: 4,
      });
    });
  });
}
