import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { AcceptedState } from '../../../../packages/collector/src/store/delivery.ts';
import type { JointQuery } from '../../../../packages/collector/src/store/jointAnswers.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../../packages/collector/src/tally/bucket.ts';
import { delivery, noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

export function touchpointsRead(open: () => Promise<TestStore>): void {
  describe('reads of one touchpoint', () => {
    const day = dayOfDate('2026-11-22');
    const dayMs = 86_400_000;

    let store: Store;
    let opened: TestStore;
    let site: number;
    let other: number;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('One'))).site.id;
      other = (await store.addSite(defaultSite('Two'))).site.id;
    });

    afterEach(() => opened.remove());

    async function answer(count: number, given: Partial<AcceptedState> = {}, at = noon, of = site) {
      const answered = { status: 'answered', emotion: 'happy', strength: 3, latencyMs: 5_000, revision: 2 } as const;
      const frame = { received: at, moment: at };
      await store.recordStates(Array.from({ length: count }, () => delivery(of, { ...answered, ...given }, frame)));
    }

    describe('segment tallies', () => {
      it('count every segment of one touchpoint, within the days', async () => {
        await answer(3, { segment: [['plan', 'pro']], channel: 'web' });
        await answer(2, { segment: [['plan', 'free']], locale: 'es' });
        await answer(5, { segment: [['plan', 'pro']] }, noon - 2 * dayMs);
        await answer(7, { segment: [['plan', 'pro']], touchpoint: 'support' });
        await answer(9, { segment: [['plan', 'pro']] }, noon, other);
        const read = async (more = {}) =>
          (await store.readSegmentTallies({ site, touchpoint: 'checkout', fromDay: day, toDay: day, ...more })).map(
            ({ name, value, counts }) => [name, value, counts.reduce((sum, { count }) => sum + count, 0)],
          );
        expect(await read()).toEqual([
          ['channel', 'web', 3],
          ['locale', 'es', 2],
          ['plan', 'free', 2],
          ['plan', 'pro', 3],
        ]);
        expect(await read({ fromDay: day - 2 })).toContainEqual(['plan', 'pro', 8]);
        expect(await read({ version: 2 })).toEqual([]);
        expect(await read({ touchpoint: 'nothing' })).toEqual([]);
      });
    });

    describe('joint answers', () => {
      const query = (more: Partial<JointQuery> = {}): JointQuery => ({
        site,
        touchpoint: 'checkout',
        from: noon - dayMs,
        to: noon + 1,
        segments: [
          { name: 'plan', values: ['pro', 'free'] },
          { name: 'channel', values: ['web'] },
          { name: 'locale', values: ['es', 'ca'] },
        ],
        look: 1_000,
        ...more,
      });
      /** As the widget makes them. */
      const timedId = (moment: number, n: number) => {
        const time = moment.toString(16).padStart(12, '0');
        return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`;
      };

      it('count by several segments at once what counts, and nothing else', async () => {
        const pro = { segment: [['plan', 'pro'] as [string, string]] };
        await answer(3, { ...pro, channel: 'web', locale: 'ca' });
        await answer(1, { ...pro, channel: 'web', locale: 'ca', latencyMs: 3_600_000, strength: null });
        // At the first moment that is asked for, and at the first one that is not.
        await answer(2, { segment: [['plan', 'trial']], channel: 'app' }, noon - dayMs);
        await answer(4, pro, noon + 1);
        await answer(4, { ...pro, test: true });
        await answer(4, { ...pro, touchpoint: 'support' });
        await answer(4, pro, noon, other);
        await answer(4, pro, noon - 2 * dayMs);
        await store.recordStates([
          delivery(site, { ...pro, status: 'answered', emotion: 'angry' }, { quarantined: true }),
          delivery(site, { ...pro, status: 'dismissed' }),
        ]);
        const { groups, ...rest } = await store.readJointAnswers(query());
        expect(rest).toEqual({ answers: 6, isCut: false });
        const happy = { emotion: 'happy', strength: 3, latencyBin: 0 };
        expect(groups).toHaveLength(3);
        expect(groups).toEqual(
          expect.arrayContaining([
            { ...happy, values: [0, 0, 1], count: 3 },
            { ...happy, values: [0, 0, 1], strength: null, latencyBin: 1, count: 1 },
            { ...happy, values: [-1, -1, -1], count: 2 },
          ]),
        );
        expect((await store.readJointAnswers(query({ version: 3 }))).answers).toBe(0);
        expect((await store.readJointAnswers(query({ touchpoint: 'nothing' }))).answers).toBe(0);
      });

      it('have the latency bins of the tally, to the edge', async () => {
        const minutes = [0, 20, 20.1, 60, 180, 540, 1_440, 2_880, 10_080, 44_640, 44_641];
        for (const each of minutes) await answer(1, { latencyMs: each * 60_000 });
        await answer(1, { latencyMs: null });
        const { groups } = await store.readJointAnswers(query());
        const [tally] = await store.readTallies({ site, fromDay: day, toDay: day });
        const bins = (cells: { latencyBin: number; count: number }[]) =>
          Object.fromEntries(cells.map(({ latencyBin, count }) => [latencyBin, count]));
        expect(bins(groups)).toEqual(bins(tally?.counts ?? []));
      });

      it('look at no more than they may: the newest, and say so', async () => {
        for (let n = 0; n < 20; n++) {
          const moment = noon - n * 1_000;
          await answer(1, { id: timedId(moment, n), strength: n < 10 ? 5 : 1 }, moment);
        }
        const { groups, answers, isCut } = await store.readJointAnswers(query({ look: 10 }));
        expect({ answers, isCut, strengths: groups.map(({ strength }) => strength) }).toEqual({
          answers: 10,
          isCut: true,
          strengths: [5],
        });
        expect(await store.readJointAnswers(query({ look: 21 }))).toMatchObject({ answers: 20, isCut: false });
      });
    });

    describe('actions', () => {
      it('are kept by site and touchpoint, in order of time', async () => {
        await answer(1);
        await answer(1, {}, noon, other);
        const note = (text: string, on = day) => ({ day: on, text, author: 'Marta' });
        const late = await store.addAction(site, 'checkout', note('late'));
        await store.addAction(site, 'checkout', note('early', day - 1));
        await store.addAction(other, 'checkout', note('theirs'));
        expect(await store.addAction(site, 'nothing', note('nowhere'))).toBeNull();
        expect((await store.listActions(site, 'checkout')).map(({ text }) => text)).toEqual(['early', 'late']);
        expect(await store.removeAction(site, late?.id ?? 0)).toBe(true);
        expect(await store.removeAction(site, late?.id ?? 0)).toBe(false);
        expect((await store.listActions(site, 'checkout')).map(({ text }) => text)).toEqual(['early']);
        expect((await store.listActions(other, 'checkout')).map(({ text }) => text)).toEqual(['theirs']);
        await store.removeSite(site);
        expect(await store.listActions(site, 'checkout')).toEqual([]);
      });
    });
  });
}
