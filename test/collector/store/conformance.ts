import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import type { AcceptedState } from '../../../packages/collector/src/store/delivery.ts';
import type { NewInvitation } from '../../../packages/collector/src/store/invitation.ts';
import type { Mark, Marking } from '../../../packages/collector/src/store/marking.ts';
import type { Site } from '../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { bucketOf, dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { defaultSettings } from '../../../packages/contract/src/touchpoint.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { extent } from '../../trust/extent.ts';
import { commentsKept } from './conformance/comments.ts';
import { forgettingKept } from './conformance/forgetting.ts';
import { mergesKept } from './conformance/merges.ts';
import { notesKept } from './conformance/notes.ts';
import { peopleKept } from './conformance/people.ts';
import { passesRead } from './conformance/readPasses.ts';
import { seriesKept } from './conformance/series.ts';
import { touchpointsRead } from './conformance/touchpointReads.ts';
import { interactionCases } from './interactionCases.ts';
import { invitationCases } from './invitationCases.ts';

export interface TestStore {
  store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<Store>;
  remove(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
const today = dayOfDate('2026-11-22');

/** What every store must do. */
export function conformance(name: string, open: () => Promise<TestStore>): void {
  describe(name, () => {
    const parts = [
      peopleKept,
      notesKept,
      commentsKept,
      seriesKept,
      touchpointsRead,
      passesRead,
      mergesKept,
      forgettingKept,
    ];
    for (const part of parts) part(open);

    let opened: TestStore;
    let store: Store;
    let site: Site;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site;
    });
    afterEach(() => opened.remove());

    const record = async (...given: Parameters<typeof delivery>[]) =>
      store.recordStates(given.map((parts) => delivery(...parts)));
    const answered = { status: 'answered', emotion: 'frustrated' } as const;
    const tallies = (query: object = {}) =>
      store.readTallies({ site: site.id, fromDay: today, toDay: today, ...query });
    const felt = async (query: object = {}) =>
      (await tallies(query)).flatMap(({ counts }) =>
        counts
          .filter(({ scale }) => scale === 'felt')
          .map(({ status, emotion, rating, count }) => `${count} ${status} ${emotion} ${rating}`),
      );
    const expectVerified = async () => expect((await store.verify()).differences).toEqual([]);

    describe('revisions', () => {
      const id = '0190a000-0000-7000-8000-000000000001';

      test('a response moves through its states and stands in one cell', async () => {
        const outcomes = [];
        for (const given of [
          { id, revision: 0 },
          { id, revision: 1, ...answered },
          { id, revision: 2, ...answered, strength: 4 },
          { id, revision: 3, ...answered, strength: 4, comment: 'The card form loses everything.' },
        ]) {
          outcomes.push(...(await record([site.id, given])));
        }
        expect(outcomes).toEqual(['stored', 'amended', 'amended', 'amended'].map((outcome) => ({ outcome })));
        expect(await felt()).toEqual(['1 answered frustrated 4']);
        expect(await store.readResponses(site.id, null, 10)).toMatchObject([
          { id, revision: 3, strength: 4, comment: 'The card form loses everything.' },
        ]);
        await expectVerified();
      });

      test('a lower revision is stale, and changes nothing', async () => {
        await record([site.id, { id, revision: 2, ...answered, strength: 4 }]);
        expect(await record([site.id, { id, revision: 1, ...answered }])).toEqual([{ outcome: 'stale' }]);
        expect(await felt()).toEqual(['1 answered frustrated 4']);
      });

      test('the same again is unchanged, however late it was sent', async () => {
        const state = {
          id,
          revision: 1,
          ...answered,
          latencyMs: 5_000,
          segment: [['plan', 'pro']],
        } satisfies Partial<AcceptedState>;
        await record([site.id, state]);
        expect(await record([site.id, state, { latencyLost: true }])).toEqual([{ outcome: 'unchanged' }]);
        expect(await record([site.id, state, { received: noon + 30 * dayMs }])).toEqual([{ outcome: 'unchanged' }]);
      });

      const others: [name: string, change: Partial<AcceptedState>][] = [
        ['emotion', { emotion: 'angry' }],
        ['strength', { strength: 3 }],
        ['touchpoint', { touchpoint: 'support-chat' }],
        ['comment', { comment: 'No.' }],
        ['evaluation', { evaluation: { scale: 'csat', value: 2 } }],
        ['latency', { latencyMs: 7_000 }],
        ['segment', { segment: [['plan', 'free']] }],
        ['locale', { locale: 'es' }],
        ['channel', { channel: 'email' }],
        ['interaction', { interaction: 'order-2' }],
        ['respondent', { respondent: 'c-2' }],
        ['version', { version: 2 }],
        ['test', { test: true }],
        ['unexpected', { unexpected: true }],
        ['invitation', { invitation: 'i-2' }],
      ];
      test.each(others)('the same revision with another %s is a conflict', async (_, change) => {
        const state = { id, revision: 1, ...answered };
        await record([site.id, state]);
        expect(await record([site.id, { ...state, ...change }])).toEqual([{ refused: 'revision_conflict' }]);
        expect(await felt()).toEqual(['1 answered frustrated null']);
        await expectVerified();
      });

      test('it closes 7 days after its first answered state, for higher revisions only', async () => {
        const state = { id, revision: 1, ...answered };
        await record([site.id, { id, revision: 0 }], [site.id, state]);
        const late = { received: noon + 7 * dayMs + 1 };
        expect(await record([site.id, { ...state, revision: 2 }, late])).toEqual([{ refused: 'response_closed' }]);
        expect(await record([site.id, state, late])).toEqual([{ outcome: 'unchanged' }]);
        expect(await record([site.id, { id, revision: 0 }, late])).toEqual([{ outcome: 'stale' }]);
        const inTime = { received: noon + 7 * dayMs };
        expect(await record([site.id, { ...state, revision: 2 }, inTime])).toEqual([{ outcome: 'amended' }]);
      });

      test('amending an answer does not keep it open for longer', async () => {
        await record([site.id, { id, revision: 1, ...answered }]);
        await record([site.id, { id, revision: 2, ...answered, strength: 2 }, { received: noon + 6 * dayMs }]);
        expect(await record([site.id, { id, revision: 3, ...answered }, { received: noon + 8 * dayMs }])).toEqual([
          { refused: 'response_closed' },
        ]);
      });

      test('the same again is unchanged though its key was declared after it had been counted under other', async () => {
        const keys = Array.from({ length: 50 }, (_, place) => `t${place}`);
        await store.recordStates(keys.map((touchpoint) => delivery(site.id, { touchpoint })));
        const state = { id, revision: 1, ...answered, touchpoint: 'late' };
        await record([site.id, state]);
        await store.putTouchpoint(site.id, 'late', defaultSettings('late'));
        expect(await record([site.id, state])).toEqual([{ outcome: 'unchanged' }]);
      });

      test('the same again is unchanged though it was first sent too late for its latency', async () => {
        const state = { id, revision: 1, ...answered, latencyMs: 5_000 };
        await record([site.id, state, { latencyLost: true, moment: noon - 7 * dayMs }]);
        expect(await record([site.id, state])).toEqual([{ outcome: 'unchanged' }]);
      });

      test('the same again from a page says that it was shown after all', async () => {
        const state = { id, revision: 1, ...answered };
        await record([site.id, state, { fromBackend: true }]);
        expect(await record([site.id, state])).toEqual([{ outcome: 'unchanged' }]);
        expect((await tallies())[0]?.counts).toMatchObject([{ prompted: true, count: 1 }]);
        await expectVerified();
      });

      test('what was never answered does not close', async () => {
        await record([site.id, { id, revision: 0 }]);
        expect(await record([site.id, { id, revision: 1, ...answered }, { received: noon + 400 * dayMs }])).toEqual([
          { outcome: 'amended' },
        ]);
      });

      test('amendments never move the moment', async () => {
        await record([site.id, { id, revision: 0 }]);
        await record([site.id, { id, revision: 1, ...answered }, { received: noon + dayMs, moment: noon + dayMs }]);
        expect(await felt()).toEqual(['1 answered frustrated null']);
        await expectVerified();
      });

      test('the same id at another site is another response', async () => {
        const other = (await store.addSite(defaultSite('Other'))).site;
        await record([site.id, { id, revision: 3, ...answered }]);
        expect(await record([other.id, { id, revision: 0 }])).toEqual([{ outcome: 'stored' }]);
      });

      const life = [
        { revision: 0 },
        { revision: 1, ...answered },
        { revision: 2, ...answered, strength: 4, locale: 'es' },
        {
          revision: 3,
          ...answered,
          strength: 4,
          locale: 'es',
          comment: 'Why?',
          evaluation: { scale: 'csat', value: 2 },
        },
        { revision: 4, status: 'dismissed', segment: [['plan', 'pro']] },
        { revision: 5, ...answered, emotion: 'relieved', strength: 2, segment: [['plan', 'pro']], channel: 'web' },
      ] satisfies Partial<AcceptedState>[];

      test('any permutation of deliveries with repeats ends in the same tally', { timeout: 120_000 }, async () => {
        let run = 0;
        const inOrder = async (fromBackend: boolean) => {
          const clean = (await store.addSite(defaultSite(`in order ${run++}`))).site;
          await store.recordStates(life.map((state) => delivery(clean.id, { id, ...state }, { fromBackend })));
          return store.readTallies({ site: clean.id, fromDay: today, toDay: today });
        };
        const sorted = (list: Awaited<ReturnType<typeof tallies>>) => JSON.stringify(list, null, 1);
        const expected = { true: sorted(await inOrder(true)), false: sorted(await inOrder(false)) };
        await fc.assert(
          fc.asyncProperty(
            fc.shuffledSubarray([...life, ...life], { minLength: life.length }),
            fc.boolean(),
            fc.boolean(),
            async (some, fromBackend, oneBatch) => {
              const list = [...some, ...life.filter((state) => !some.includes(state))];
              const { id: other } = (await store.addSite(defaultSite(`run ${run++}`))).site;
              const deliveries = list.map((state) => delivery(other, { id, ...state }, { fromBackend }));
              if (oneBatch) await store.recordStates(deliveries);
              else for (const each of deliveries) await store.recordStates([each]);
              const got = await store.readTallies({ site: other, fromDay: today, toDay: today });
              expect(sorted(got)).toBe(expected[`${fromBackend}`]);
            },
          ),
          { numRuns: extent({ quick: 20, full: 200 }), seed: 7 },
        );
        await expectVerified();
      });
    });

    test('responses are found by their ids, and only the site’s own', async () => {
      const idOf = (place: number) => `0190a000-0000-7000-8000-00000000000${place}`;
      await record([site.id, { id: idOf(1) }], [site.id, { id: idOf(3), ...answered, comment: 'ñ' }]);
      const found = await store.readResponsesById(site.id, [idOf(3), idOf(2), idOf(1)]);
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await store.readResponses(site.id, null, 10));
      expect(await store.readResponsesById(site.id + 1, [idOf(1)])).toEqual([]);
      expect(await store.readResponsesById(site.id, [])).toEqual([]);
    });

    describe('what is counted', () => {
      test('segments, channel and locale each have cells of their own', async () => {
        await record(
          [site.id, { ...answered, strength: 5, segment: [['plan', 'pro']], channel: 'web', locale: 'es' }],
          [site.id, { ...answered, strength: 2, segment: [['plan', 'free']], channel: 'email', locale: 'es' }],
        );
        const by = (name: string, value: string) => felt({ segment: { name, value } });
        expect(await felt()).toEqual(['1 answered frustrated 2', '1 answered frustrated 5']);
        expect(await by('plan', 'pro')).toEqual(['1 answered frustrated 5']);
        expect(await by('channel', 'email')).toEqual(['1 answered frustrated 2']);
        expect(await by('locale', 'es')).toHaveLength(2);
        expect(await by('plan', 'none such')).toEqual([]);
      });

      test('tests are counted only where they are asked for', async () => {
        await record([site.id, { ...answered, test: true }]);
        expect(await felt()).toEqual([]);
        expect(await felt({ test: true })).toEqual(['1 answered frustrated null']);
      });

      test('a version can be asked for', async () => {
        await record([site.id, { ...answered, version: 3 }], [site.id, { ...answered }]);
        expect(await felt({ version: 3 })).toEqual(['1 answered frustrated null']);
        expect(await felt()).toEqual(['2 answered frustrated null']);
      });

      test('an evaluation stands beside the emotion, and reasons beside both', async () => {
        await store.putTouchpoint(site.id, 'checkout', {
          ...defaultSettings('checkout'),
          reasons: [{ key: 'delivery', label: { en: 'Delivery' } }],
        });
        await record([site.id, { ...answered, evaluation: { scale: 'nps', value: 0 }, reasons: ['delivery'] }]);
        const [checkout] = await tallies();
        expect(checkout?.counts).toMatchObject([
          { scale: 'felt', emotion: 'frustrated', count: 1 },
          { scale: 'nps', emotion: null, rating: 0, count: 1 },
          { scale: 'reason', emotion: 'frustrated', reason: 'delivery', count: 1 },
        ]);
      });

      test('a reason that the touchpoint never had is refused without a trace', async () => {
        expect(await record([site.id, { ...answered, touchpoint: 'new', reasons: ['delivery'] }])).toEqual([
          { refused: 'invalid_response', path: 'reasons', reason: expect.any(String) },
        ]);
        expect(await store.getTouchpoint(site.id, 'new')).toBeNull();
      });

      test('a backend’s response that was never shown stays out of what was shown, whatever the order', async () => {
        const id = '0190a000-0000-7000-8000-000000000002';
        await record([site.id, { id, revision: 1, ...answered }, { fromBackend: true }]);
        expect((await tallies())[0]?.counts).toMatchObject([{ prompted: false }]);
        expect(await record([site.id, { id, revision: 0 }, { fromBackend: true }])).toEqual([{ outcome: 'stale' }]);
        expect((await tallies())[0]?.counts).toMatchObject([{ prompted: true, count: 1 }]);
        await expectVerified();
      });

      test('passes are counted apart', async () => {
        const pass = { site: site.id, touchpoint: 'checkout', received: noon };
        await store.recordPasses([
          { ...pass, outcome: 'asked', reason: null },
          { ...pass, outcome: 'suppressed', reason: 'cooldown' },
          { ...pass, outcome: 'suppressed', reason: 'cooldown' },
        ]);
        expect(await tallies()).toEqual([{ touchpoint: 'checkout', passed: 3, counts: [] }]);
      });
    });

    describe('one touchpoint, bucket by bucket', () => {
      const hourMs = 3_600_000;
      const buckets = async (query: object) =>
        (
          await store.readBuckets({
            site: site.id,
            touchpoint: 'checkout',
            grain: 'day',
            fromBucket: today - 30,
            toBucket: today,
            ...query,
          })
        ).map(({ bucket, counts }) => [bucket, counts.reduce((sum, { count }) => sum + count, 0)]);

      test('days and hours that hold anything, in order of time', async () => {
        const at = (moment: number) => ({ received: moment, moment });
        await record(
          [site.id, { ...answered }, at(noon)],
          [site.id, { ...answered, strength: 3 }, at(noon + hourMs - 1)],
          [site.id, { ...answered }, at(noon + hourMs)],
          [site.id, { ...answered }, at(noon - 2 * dayMs)],
          [site.id, { ...answered, touchpoint: 'returns' }, at(noon)],
          [site.id, { ...answered, test: true }, at(noon)],
        );
        expect(await buckets({})).toEqual([
          [today - 2, 1],
          [today, 3],
        ]);
        const hour = bucketOf(noon, 'UTC').hour;
        const inHours = { grain: 'hour', fromBucket: hour - 1, toBucket: hour + 8 };
        expect(await buckets(inHours)).toEqual([
          [hour, 2],
          [hour + 4, 1],
        ]);
        expect(await buckets({ ...inHours, toBucket: hour + 3 })).toEqual([[hour, 2]]);
        expect(await buckets({ test: true, fromBucket: today })).toEqual([[today, 4]]);
      });

      test('nothing where there is nothing, however far the span', async () => {
        expect(await buckets({})).toEqual([]);
        await record([site.id, { ...answered }]);
        const all = { fromBucket: -700_000, toBucket: 3_000_000 };
        expect(await buckets(all)).toEqual([[today, 1]]);
        expect(await buckets({ ...all, toBucket: today - 1 })).toEqual([]);
        expect(await buckets({ ...all, fromBucket: today + 1 })).toEqual([]);
        expect(await buckets({ ...all, touchpoint: 'nowhere' })).toEqual([]);
        expect(await buckets({ fromBucket: 1, toBucket: 0 })).toEqual([]);
      });

      test('a segment and a version of it', async () => {
        await record(
          [site.id, { ...answered, segment: [['plan', 'pro']], version: 2 }],
          [site.id, { ...answered, segment: [['plan', 'free']] }],
        );
        expect(await buckets({ segment: { name: 'plan', value: 'pro' } })).toEqual([[today, 1]]);
        expect(await buckets({ version: 2 })).toEqual([[today, 1]]);
      });

      test('the names of a site’s segments are its own', async () => {
        const other = (await store.addSite(defaultSite('Other'))).site;
        const silent = (await store.addSite(defaultSite('Silent'))).site;
        await record(
          [site.id, { ...answered, segment: [['plan', 'pro']], channel: 'web' }],
          [site.id, { ...answered, segment: [['plan', 'free']] }],
          [other.id, { ...answered, segment: [['city', 'Lleó']], locale: 'ca' }],
        );
        const namesOf = async (of: Site) => (await store.listSegmentNames(of.id)).sort();
        expect(await namesOf(site)).toEqual(['channel', 'plan']);
        expect(await namesOf(other)).toEqual(['city', 'locale']);
        expect(await namesOf(silent)).toEqual([]);
      });
    });

    describe('standing', () => {
      const everything = { fromDay: 0, toDay: 100_000, test: true };
      const hourMs = 60 * 60 * 1000;
      const mark = async (mark: Mark, on: boolean, window: Partial<Marking> = {}, limit = 1_000) => {
        const marking = { site: site.id, mark, on, from: 0, to: noon + 30 * dayMs, ...window };
        let changed = 0;
        let after: string | null = null;
        do {
          const step = await store.markResponses(marking, after, limit);
          changed += step.changed;
          after = step.next;
        } while (after !== null);
        return changed;
      };

      test('a quarantined delivery is stored and counted only when it is released', async () => {
        const id = '0190a000-0000-7000-8000-000000000001';
        await record([site.id, { id, ...answered, revision: 1 }, { quarantined: true }]);
        await record([site.id, { id, ...answered, revision: 2, strength: 4 }]);
        expect(await tallies()).toEqual([]);
        expect(await store.readResponses(site.id, null, 10)).toMatchObject([
          { revision: 2, quarantined: true, discarded: false },
        ]);
        await expectVerified();
        expect(await mark('quarantined', false)).toBe(1);
        expect(await felt()).toEqual(['1 answered frustrated 4']);
        expect(await store.readResponses(site.id, null, 10)).toMatchObject([{ quarantined: false }]);
        await expectVerified();
      });

      test('what is delivered again neither quarantines nor releases', async () => {
        const state = { id: '0190a000-0000-7000-8000-000000000001', ...answered, revision: 1 };
        await record([site.id, state]);
        expect(await record([site.id, state, { quarantined: true }])).toEqual([{ outcome: 'unchanged' }]);
        await record([site.id, { ...state, revision: 2 }, { quarantined: true }]);
        expect(await felt()).toEqual(['1 answered frustrated null']);
      });

      test('both marks are taken away before it counts, and neither is set twice', async () => {
        await record([site.id, { ...answered }]);
        expect([await mark('quarantined', true), await mark('quarantined', true)]).toEqual([1, 0]);
        expect([await mark('discarded', true), await mark('discarded', true)]).toEqual([1, 0]);
        expect([await mark('quarantined', false), await mark('quarantined', false)]).toEqual([1, 0]);
        expect(await tallies()).toEqual([]);
        expect([await mark('discarded', false), await mark('discarded', false)]).toEqual([1, 0]);
        expect(await felt()).toEqual(['1 answered frustrated null']);
      });

      test('a window is of when they were received, of one site and one touchpoint', async () => {
        const other = (await store.addSite(defaultSite('Other'))).site;
        const at = (hours: number) => ({ moment: noon - dayMs, received: noon + hours * hourMs });
        await record(
          [site.id, { ...answered, strength: 1 }, at(0)],
          [site.id, { ...answered, strength: 2 }, at(1)],
          [site.id, { ...answered, strength: 3, touchpoint: 'returns' }, at(1)],
          [site.id, { ...answered, strength: 4 }, at(2)],
          [other.id, { ...answered }, at(1)],
        );
        const window = { from: noon + hourMs, to: noon + 2 * hourMs };
        expect(await mark('discarded', true, { ...window, touchpoint: 'checkout' })).toBe(1);
        expect((await felt(everything)).sort()).toEqual([1, 3, 4].map((n) => `1 answered frustrated ${n}`));
        expect(await mark('discarded', true, window)).toBe(1);
        expect((await felt(everything)).sort()).toEqual([1, 4].map((n) => `1 answered frustrated ${n}`));
        expect(await tallies({ ...everything, site: other.id })).toHaveLength(1);
        await expectVerified();
        await expect(mark('discarded', true, { touchpoint: 'nowhere' })).rejects.toThrow('no touchpoint');
      });

      test('one call looks at no more than its limit', async () => {
        await store.recordStates(Array.from({ length: 25 }, () => delivery(site.id, { ...answered })));
        const marking = { site: site.id, mark: 'discarded', on: true, from: 0, to: noon + 1 } as const;
        const first = await store.markResponses(marking, null, 10);
        expect(first).toEqual({ changed: 10, next: (await store.readResponses(site.id, null, 10)).at(-1)?.id });
        const second = await store.markResponses(marking, first.next, 10);
        expect(await store.markResponses(marking, second.next, 10)).toEqual({ changed: 5, next: null });
        expect(await tallies()).toEqual([]);
        await expectVerified();
      });

      test('retention deletes what did not count without counting it', async () => {
        const old = { moment: Date.now() - 40 * dayMs, received: Date.now() - 40 * dayMs };
        await record([site.id, {}, { ...old, quarantined: true }], [site.id, {}, old]);
        await store.putSite(site.id, {
          ...defaultSite('Shop'),
          retentionDays: { shown: 30, comments: 0, respondents: 0 },
        });
        expect(await store.retire()).toMatchObject({ shown: 2 });
        expect(await felt(everything)).toEqual(['1 shown null null']);
        await expectVerified();
      });

      test('whatever is delivered and marked, tallies are a recount; with all undone, nothing was marked', async () => {
        const ids = Array.from({ length: 6 }, (_, place) => `0190a000-0000-7000-8000-00000000000${place}`);
        const delivering = fc.record({
          id: fc.constantFrom(...ids),
          revision: fc.nat(4),
          touchpoint: fc.constantFrom('checkout', 'returns'),
          strength: fc.constantFrom(null, 2, 5),
          answers: fc.boolean(),
          channel: fc.constantFrom(null, 'web' as const),
          hour: fc.nat(5),
        });
        const marking = fc.record({
          mark: fc.constantFrom<Mark>('quarantined', 'discarded'),
          on: fc.boolean(),
          from: fc.nat(5),
          hours: fc.nat(4),
          touchpoint: fc.constantFrom(undefined, 'checkout'),
          limit: fc.integer({ min: 1, max: 7 }),
        });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(fc.oneof(delivering, marking), { maxLength: 15 }), async (steps) => {
            const [marked, plain] = [
              (await store.addSite(defaultSite(`Marked ${run}`))).site.id,
              (await store.addSite(defaultSite(`Plain ${run++}`))).site.id,
            ];
            await store.recordStates([delivery(marked), delivery(plain)]);
            for (const step of steps) {
              if ('mark' in step) {
                const { touchpoint, from, hours } = step;
                const window = { site: marked, from: noon + from * hourMs, to: noon + (from + hours) * hourMs };
                await mark(step.mark, step.on, touchpoint ? { ...window, touchpoint } : window, step.limit);
                continue;
              }
              const { answers, strength, hour, ...state } = step;
              const answer = answers ? { ...answered, strength } : {};
              const frame = { received: noon + hour * hourMs, moment: noon };
              for (const each of [marked, plain]) await record([each, { ...state, ...answer }, frame]);
            }
            await expectVerified();
            for (const each of ['quarantined', 'discarded'] as const) await mark(each, false, { site: marked });
            await expectVerified();
            expect(await tallies({ ...everything, site: marked })).toEqual(
              await tallies({ ...everything, site: plain }),
            );
          }),
          { numRuns: extent({ quick: 8, full: 100 }) },
        );
      });
    });

    describe('caps on what the public can name', () => {
      test('beyond 50 unconfirmed touchpoints answers are kept under other', async () => {
        const keys = Array.from({ length: 60 }, (_, place) => `t${place}`);
        await record(
          ...keys
            .map((touchpoint) => [site.id, { ...answered, touchpoint }] as const)
            .map((parts) => [...parts] as [number, Partial<AcceptedState>]),
        );
        const list = await tallies();
        expect(list).toHaveLength(51);
        expect(list.find(({ touchpoint }) => touchpoint === 'other')?.counts).toMatchObject([{ count: 10 }]);
        await store.putTouchpoint(site.id, 't59', defaultSettings('t59'));
        await record([site.id, { ...answered, touchpoint: 't59' }]);
        expect((await tallies()).find(({ touchpoint }) => touchpoint === 't59')?.counts).toMatchObject([{ count: 1 }]);
        await expectVerified();
      });

      test('beyond 8 segment names and 200 values of one they are counted under other', async () => {
        const names = Array.from({ length: 10 }, (_, place) => `name${place}`);
        await record(
          ...names.map(
            (name) => [site.id, { ...answered, segment: [[name, 'x']] }] as [number, Partial<AcceptedState>],
          ),
        );
        expect(await felt({ segment: { name: 'other', value: 'other' } })).toEqual(['2 answered frustrated null']);
        const values = Array.from({ length: 205 }, (_, place) => `value${place}`);
        await record(
          ...values.map(
            (value) => [site.id, { ...answered, segment: [['name0', value]] }] as [number, Partial<AcceptedState>],
          ),
        );
        expect(await felt({ segment: { name: 'name0', value: 'other' } })).toEqual(['6 answered frustrated null']);
        await expectVerified();
      });
    });

    describe('touchpoints', () => {
      test('one that is heard is unconfirmed, one that is declared is confirmed; each change is a version', async () => {
        await record([site.id, { ...answered }]);
        expect(await store.getTouchpoint(site.id, 'checkout')).toMatchObject({ version: 1, confirmed: false });
        const settings = { ...defaultSettings('checkout'), title: 'Pay' };
        expect(await store.putTouchpoint(site.id, 'checkout', settings)).toMatchObject({ version: 2, confirmed: true });
        expect(await store.putTouchpoint(site.id, 'checkout', settings)).toMatchObject({ version: 2 });
        expect(await store.settingsOfVersion(site.id, 'checkout', 1)).toEqual(defaultSettings('checkout'));
        expect(await store.settingsOfVersion(site.id, 'checkout', 2)).toEqual(settings);
        expect(await store.settingsOfVersion(site.id, 'checkout', 3)).toBeNull();
        expect(await store.putTouchpoint(site.id, 'returns', defaultSettings('returns'))).toMatchObject({ version: 1 });
        expect((await store.listTouchpoints(site.id)).map(({ key }) => key)).toEqual(['checkout', 'returns']);
      });

      test('a hidden one keeps its answers, and comes back when it is declared again', async () => {
        await record([site.id, { ...answered }]);
        expect(await store.hideTouchpoint(site.id, 'checkout')).toBe(true);
        expect(await store.hideTouchpoint(site.id, 'checkout')).toBe(false);
        expect(await store.getTouchpoint(site.id, 'checkout')).toBeNull();
        expect(await store.putTouchpoint(site.id, 'checkout', defaultSettings('checkout'))).toMatchObject({
          confirmed: true,
        });
        expect(await felt()).toEqual(['1 answered frustrated null']);
      });
    });

    describe('time', () => {
      test('another time zone buckets every count anew', async () => {
        const lateEvening = Date.UTC(2026, 10, 22, 23, 30);
        await record([site.id, { ...answered }, { moment: lateEvening, received: lateEvening }]);
        await store.recordPasses([
          { site: site.id, touchpoint: 'checkout', outcome: 'asked', reason: null, received: lateEvening },
        ]);
        expect(await tallies()).toMatchObject([{ passed: 1, counts: [{ count: 1 }] }]);
        await store.putSite(site.id, { ...defaultSite('Shop'), timeZone: 'Asia/Kolkata' });
        expect(await tallies()).toEqual([]);
        expect(await tallies({ fromDay: today + 1, toDay: today + 1 })).toMatchObject([
          { passed: 1, counts: [{ count: 1 }] },
        ]);
        await expectVerified();
      });

      test('a rebuild writes the same tallies', async () => {
        await record([site.id, { ...answered, locale: 'es' }], [site.id, { ...answered, strength: 2 }]);
        const before = await tallies();
        expect(await store.rebuild()).toEqual({ responses: 2 });
        expect(await tallies()).toEqual(before);
        await expectVerified();
      });

      test('retention deletes rows and no count', async () => {
        const old = { moment: Date.now() - 40 * dayMs, received: Date.now() - 40 * dayMs };
        await record(
          [site.id, { comment: 'Left.', channel: 'web', locale: 'es' }, old],
          [site.id, { ...answered, comment: 'Why?', respondent: 'c-1' }, old],
          [site.id, { ...answered, comment: 'New.', respondent: 'c-2' }, { moment: Date.now(), received: Date.now() }],
        );
        const everything = { fromDay: 0, toDay: 100_000 };
        const before = await tallies(everything);
        const fromWeb = { ...everything, segment: { name: 'channel', value: 'web' } };
        expect(await felt(fromWeb)).toEqual(['1 shown null null']);
        await store.putSite(site.id, {
          ...defaultSite('Shop'),
          retentionDays: { shown: 30, comments: 30, respondents: 30 },
        });
        expect(await store.retire()).toEqual({ shown: 1, comments: 1, respondents: 1 });
        expect(await tallies(everything)).toEqual(before);
        expect(await felt(fromWeb)).toEqual(['1 shown null null']);
        expect(await store.readResponses(site.id, null, 10)).toHaveLength(2);
        await expectVerified();
        await store.rebuild();
        expect(await tallies(everything)).toEqual(before);
      });
    });

    test('each site’s retention is its own, and a step finds the old of all of them', async () => {
      const other = (await store.addSite(defaultSite('Other'))).site;
      const settings = (shown: number, comments: number, respondents: number) => ({
        ...defaultSite('Shop'),
        retentionDays: { shown, comments, respondents },
      });
      const daysAgo = (days: number) => ({ moment: Date.now() - days * dayMs, received: Date.now() - days * dayMs });
      for (const { id } of [site, other]) {
        for (const days of [20, 40]) {
          const said = { comment: 'Mine.', respondent: 'c-1' };
          await store.recordStates([
            delivery(id, { ...answered, ...said }, daysAgo(days)),
            delivery(id, {}, daysAgo(days)),
          ]);
        }
      }
      await store.putSite(site.id, settings(30, 10, 0));
      await store.putSite(other.id, settings(10, 0, 30));
      expect(await store.retire()).toEqual({ shown: 3, comments: 2, respondents: 1 });
      const kept = async (id: number) =>
        (await store.readResponses(id, null, 10))
          .map(({ status, comment, respondent }) => [status, comment, respondent].join(' '))
          .sort();
      expect(await kept(site.id)).toEqual(['answered  c-1', 'answered  c-1', 'shown  ']);
      expect(await kept(other.id)).toEqual(['answered Mine. ', 'answered Mine. c-1']);
      await expectVerified();
    });

    test('retention is for rows of one site, however many others lie between', async () => {
      const other = (await store.addSite(defaultSite('Other'))).site;
      const old = { moment: Date.now() - 40 * dayMs, received: Date.now() - 40 * dayMs };
      const both = Array.from({ length: 2_100 }, () => [delivery(site.id, {}, old), delivery(other.id, {}, old)]);
      await store.recordStates(both.flat());
      await store.putSite(site.id, {
        ...defaultSite('Shop'),
        retentionDays: { shown: 30, comments: 0, respondents: 0 },
      });
      expect(await store.retire()).toEqual({ shown: 2_100, comments: 0, respondents: 0 });
      expect(await store.retire()).toEqual({ shown: 0, comments: 0, respondents: 0 });
      expect(await store.countResponses(other.id)).toBe(2_100);
      await expectVerified();
    });

    test('retention of one site leaves another’s comment on a response of the same id', async () => {
      const other = (await store.addSite(defaultSite('Other'))).site;
      const old = { moment: Date.now() - 40 * dayMs, received: Date.now() - 40 * dayMs };
      const id = randomUUID();
      await store.recordStates([
        delivery(site.id, { id, comment: 'Ours.' }, old),
        delivery(other.id, { id, comment: 'Theirs.' }, old),
      ]);
      await store.putSite(site.id, {
        ...defaultSite('Shop'),
        retentionDays: { shown: 0, comments: 30, respondents: 0 },
      });
      expect(await store.retire()).toEqual({ shown: 0, comments: 1, respondents: 0 });
      const comments = async (site: number) =>
        (await store.readResponses(site, null, 10)).map(({ comment }) => comment);
      expect([await comments(site.id), await comments(other.id)]).toEqual([[null], ['Theirs.']]);
    });

    describe('invitations', () => {
      const id = '0190a000-0000-7000-8000-00000000000a';
      const invitation = (given: Partial<NewInvitation> = {}): NewInvitation => ({
        id,
        site: site.id,
        touchpoint: 'checkout',
        interaction: null,
        respondent: null,
        endedAt: null,
        createdAt: noon,
        expiresAt: noon + dayMs,
        locale: null,
        channel: 'email',
        segment: [],
        unexpected: false,
        ...given,
      });
      const recorded = async () =>
        (await store.readPasses({ site: site.id, fromDay: today, toDay: today })).map(
          ({ touchpoint, outcome, count }) => `${count} ${outcome} at ${touchpoint}`,
        );

      test('one is read as it was given, with what is asked by it', async () => {
        const given = invitation({
          respondent: 'c-1',
          endedAt: noon - 5_000,
          locale: 'ca',
          unexpected: true,
          segment: [
            ['plan', 'pro'],
            ['region', 'north'],
          ],
        });
        expect(await store.addInvitation(given)).toBe('added');
        expect(await store.getInvitation(site.id, id)).toEqual({
          ...given,
          siteName: 'Shop',
          touchpoint: { key: 'checkout', version: 1, settings: defaultSettings('checkout') },
          cancelledAt: null,
          answeredAt: null,
        });
        store = await opened.reopen();
        expect(await store.getInvitation(site.id, id)).toMatchObject({ respondent: 'c-1' });
        expect(await store.getInvitation(site.id + 1, id)).toBeNull();
      });

      test('it knows when it was answered, and not that it was shown', async () => {
        await store.addInvitation(invitation());
        await record([site.id, { id, revision: 0 }]);
        expect(await store.getInvitation(site.id, id)).toMatchObject({ answeredAt: null });
        await record([site.id, { id, revision: 1, ...answered }, { received: noon + 7_000, moment: noon + 7_000 }]);
        expect(await store.getInvitation(site.id, id)).toMatchObject({ answeredAt: noon + 7_000 });
      });

      test('it stands for an interaction, which passes once', async () => {
        await store.addInvitation(invitation());
        await store.addInvitation(invitation({ id: id.replace('a', 'b'), interaction: 'order-1', endedAt: noon - 1 }));
        await store.addInvitation(invitation({ id: id.replace(/a$/, 'c'), interaction: 'order-1', respondent: 'c-2' }));
        expect(await recorded()).toEqual(['2 recorded at checkout']);
        // What it does not say itself is as the interaction was recorded.
        expect(await store.getInvitation(site.id, id.replace(/a$/, 'c'))).toMatchObject({ endedAt: noon - 1 });
      });

      test('an interaction that a page has shown passed there', async () => {
        await record([site.id, { interaction: 'order-1' }]);
        await store.addInvitation(invitation({ interaction: 'order-1' }));
        expect(await recorded()).toEqual([]);
      });

      test('an interaction of another touchpoint is a conflict that leaves no trace', async () => {
        await store.addInvitation(invitation({ interaction: 'order-1' }));
        const other = invitation({ id: id.replace(/a$/, 'b'), touchpoint: 'returns', interaction: 'order-1' });
        expect(await store.addInvitation(other)).toBe('interaction_conflict');
        expect(await store.getInvitation(site.id, other.id)).toBeNull();
        expect(await store.getTouchpoint(site.id, 'returns')).toBeNull();
        expect(await recorded()).toEqual(['1 recorded at checkout']);
      });

      test('it is cancelled at once and for good, by its own site only', async () => {
        await store.addInvitation(invitation());
        const other = (await store.addSite(defaultSite('Other'))).site;
        expect(await store.cancelInvitation(other.id, id, noon)).toBe(false);
        expect(await store.getInvitation(site.id, id)).toMatchObject({ cancelledAt: null });
        expect(await store.cancelInvitation(site.id, id, noon + 1)).toBe(true);
        expect(await store.cancelInvitation(site.id, id, noon + 2)).toBe(true);
        expect(await store.getInvitation(site.id, id)).toMatchObject({ cancelledAt: noon + 1 });
      });

      test('where its touchpoint was merged into another, that one asks', async () => {
        await store.addInvitation(invitation({ touchpoint: 'chekout' }));
        await store.putTouchpoint(site.id, 'checkout', defaultSettings('checkout'));
        expect(await store.mergeTouchpoint(site.id, 'chekout', 'checkout')).toBe(true);
        expect(await store.getInvitation(site.id, id)).toMatchObject({ touchpoint: { key: 'checkout' } });
      });

      test('it is gone with its site, and there is none of a site that is gone', async () => {
        await store.addInvitation(invitation());
        await store.removeSite(site.id);
        expect(await store.getInvitation(site.id, id)).toBeNull();
        expect(await store.addInvitation(invitation())).toBe('unknown_site');
      });
    });

    describe('erasing a respondent', () => {
      test('deletes their responses and comments, and no count', async () => {
        const other = (await store.addSite(defaultSite('Other'))).site;
        const theirs = { ...answered, respondent: 'c-1', comment: 'Mine.', channel: 'web' } as const;
        await record(
          [site.id, { ...theirs, strength: 2 }],
          [site.id, theirs],
          [site.id, { respondent: 'c-1' }, { quarantined: true }],
          [site.id, { ...theirs, respondent: 'c-2' }],
          [site.id, { ...answered }],
          [other.id, theirs],
        );
        const before = await tallies();
        expect(await store.eraseRespondent(site.id, 'c-1')).toBe(3);
        expect(await store.eraseRespondent(site.id, 'c-1')).toBe(0);
        expect(await store.eraseRespondent(site.id, 'nobody')).toBe(0);
        expect((await store.readResponses(site.id, null, 10)).map(({ respondent }) => respondent).sort()).toEqual([
          'c-2',
          null,
        ]);
        expect(await store.readResponses(other.id, null, 10)).toMatchObject([{ respondent: 'c-1', comment: 'Mine.' }]);
        expect(await tallies()).toEqual(before);
        await expectVerified();
        await store.rebuild();
        expect(await tallies()).toEqual(before);
      });

      test('however many they are', async () => {
        await store.recordStates(Array.from({ length: 2_345 }, () => delivery(site.id, { respondent: 'c-1' })));
        expect(await store.eraseRespondent(site.id, 'c-1')).toBe(2_345);
        expect(await store.countResponses(site.id)).toBe(0);
        await expectVerified();
      });
    });

    describe('keys and access', () => {
      test('a secret key opens its site until it is revoked', async () => {
        const { key, secretKey } = await store.addKey(site.id, 'backend', ['read']);
        expect(await store.grantOfKey(secretKey, noon)).toEqual({ site, scopes: ['read'] });
        expect(await store.revokeKey(site.id + 1, key.id)).toBe(false);
        expect(await store.revokeKey(site.id, key.id)).toBe(true);
        expect(await store.grantOfKey(secretKey, noon)).toBeNull();
      });

      test('a sign-in token becomes one session, which ends with the access', async () => {
        const { access, token } = await store.addAccess(site.id, 'Ada', 'viewer');
        const opened = await store.openSession(token, Date.now());
        expect(await store.openSession(token, Date.now())).toBeNull();
        expect(await store.grantOfSession(opened?.session ?? '', Date.now())).toEqual({
          site,
          access: expect.any(Number),
          role: 'viewer',
          name: 'Ada',
        });
        expect(await store.grantOfSession(opened?.session ?? '', (opened?.expires ?? 0) + 1)).toBeNull();
        await store.revokeAccess(site.id, access.id);
        expect(await store.grantOfSession(opened?.session ?? '', Date.now())).toBeNull();
      });

      test('a kiosk’s address opens it, and once it is ended says so', async () => {
        await store.putTouchpoint(site.id, 'hall', defaultSettings('hall'));
        const settings = { name: 'Door', touchpoint: 'hall', locale: 'es' };
        const { kiosk, token } = (await store.addKiosk(site.id, settings)) ?? { kiosk: null, token: '' };
        expect(kiosk).toEqual({ id: expect.any(Number), createdAt: expect.any(Number), ...settings });
        const grant = { site, touchpoint: 'hall', keys: ['hall'], locale: 'es', isRevoked: false };
        expect(await store.grantOfKiosk(token)).toEqual(grant);
        expect(await store.listKiosks(site.id)).toEqual([kiosk]);
        expect(await store.listKiosks(site.id + 1)).toEqual([]);
        const id = kiosk?.id ?? 0;
        expect(await store.revokeKiosk(site.id + 1, id)).toBe(false);
        expect([await store.revokeKiosk(site.id, id), await store.revokeKiosk(site.id, id)]).toEqual([true, false]);
        expect(await store.grantOfKiosk(token)).toEqual({ ...grant, isRevoked: true });
        expect(await store.listKiosks(site.id)).toEqual([]);
        expect(await store.grantOfKiosk('ki_unknown')).toBeNull();
      });

      test('a kiosk needs a touchpoint that is there, and follows it where it is merged', async () => {
        const open = (touchpoint: string) => store.addKiosk(site.id, { name: 'Door', touchpoint, locale: null });
        expect(await open('hall')).toBeNull();
        await store.putTouchpoint(site.id, 'hall', defaultSettings('hall'));
        await record([site.id, { touchpoint: 'hal' }]);
        const added = await open('hal');
        await store.mergeTouchpoint(site.id, 'hal', 'hall');
        expect(await store.grantOfKiosk(added?.token ?? '')).toMatchObject({
          touchpoint: 'hall',
          keys: ['hall', 'hal'],
        });
        await store.hideTouchpoint(site.id, 'hall');
        expect(await open('hall')).toBeNull();
      });

      test('secrets are not kept', async () => {
        const { token } = await store.addAccess(site.id, 'Ada', 'viewer');
        expect(JSON.stringify([await store.listKeys(site.id), await store.listAccess(site.id)])).not.toContain(token);
      });
    });

    test('everything is there after closing and opening again', async () => {
      await record([site.id, { ...answered, strength: 3 }]);
      store = await opened.reopen();
      expect(await felt()).toEqual(['1 answered frustrated 3']);
      expect(await store.listSites()).toEqual([site]);
    });

    describe('interactions that a backend tells of', () => interactionCases(() => ({ store, site })));
    describe('links and what backends tell of', () => invitationCases(() => ({ store, site })));

    test('a removed site leaves nothing, and the others alone', async () => {
      const other = (await store.addSite(defaultSite('Other'))).site;
      await record([site.id, { ...answered }], [other.id, { ...answered }]);
      await store.removeSite(site.id);
      expect(await store.listSites()).toEqual([other]);
      expect(await store.countResponses(site.id)).toBe(0);
      expect(await store.countResponses(other.id)).toBe(1);
      expect(await record([site.id, { ...answered }])).toEqual([{ refused: 'unknown_site' }]);
      await expectVerified();
    });
  });
}
