import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import type { CommentQuery } from '../../../../packages/collector/src/store/comment.ts';
import type { Site } from '../../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { delivery, noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

export function commentsKept(open: () => Promise<TestStore>): void {
  describe('a store’s comments', () => {
    let opened: TestStore;
    let store: Store;
    let site: Site;
    let other: Site;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site;
      other = (await store.addSite(defaultSite('Other'))).site;
      const said = (comment: string, minutes: number, more: object = {}, frame: object = {}) =>
        delivery(
          site.id,
          { status: 'answered', emotion: 'angry', strength: 4, comment, ...more },
          { moment: noon - minutes * 60_000, received: noon, ...frame },
        );
      await store.recordStates([
        said('The CAFÉ was closed', 30, { touchpoint: 'visit', locale: 'es' }),
        said('100% lost_it', 20, { strength: 5, latencyMs: 1_000 }),
        said('100 percent lost it', 10, { strength: 2, latencyMs: 1_001, channel: 'web' }),
        said('lovely', 5, { emotion: 'happy', strength: 5, segment: [['plan', 'pro']], version: 3 }),
        said('in quarantine', 4, {}, { quarantined: true }),
        said('a test', 3, { test: true }),
        said('hidden', 2, { touchpoint: 'old' }),
        said('discarded', 60),
        said('', 1, { comment: null }),
        { ...said('of another site', 1), site: other.id },
      ]);
      await store.hideTouchpoint(site.id, 'old');
      const marking = { site: site.id, mark: 'discarded', on: true, from: 0, to: noon + 1, touchpoint: 'x' } as const;
      await store.recordStates([said('discarded', 6, { touchpoint: 'x' })]);
      await store.markResponses(marking, null, 100);
    });
    afterAll(() => opened.remove());

    const read = (query: Partial<CommentQuery> = {}) =>
      store.readComments({ site: site.id, order: 'newest', limit: 10, ...query });
    const texts = async (query: Partial<CommentQuery> = {}) =>
      (await read(query)).comments.map(({ comment }) => comment);

    describe('comments', () => {
      test('come newest first, with what was said beside them, and only those that count', async () => {
        expect(await texts()).toEqual([
          'lovely',
          '100 percent lost it',
          '100% lost_it',
          'The CAFÉ was closed',
          'discarded',
        ]);
        expect((await read()).comments[3]).toEqual({
          id: expect.any(String),
          touchpoint: 'visit',
          comment: 'The CAFÉ was closed',
          emotion: 'angry',
          strength: 4,
          reasons: [],
          locale: 'es',
          at: noon - 30 * 60_000,
        });
      });

      test.each<[string, Partial<CommentQuery>, string[]]>([
        ['without regard to case, accents kept', { search: 'café' }, ['The CAFÉ was closed']],
        ['however its accents are composed', { search: 'cafe\u0301' }, ['The CAFÉ was closed']],
        ['for what LIKE would take as anything', { search: '100%' }, ['100% lost_it']],
        ['for what LIKE would take as one letter', { search: 'lost_' }, ['100% lost_it']],
        ['of one touchpoint', { touchpoint: 'visit' }, ['The CAFÉ was closed']],
        ['of none that there is', { touchpoint: 'nowhere' }, []],
        [
          'strong and negative',
          { negative: true, minStrength: 4 },
          ['100% lost_it', 'The CAFÉ was closed', 'discarded'],
        ],
        [
          'the strongest first',
          { order: 'strongest' },
          ['lovely', '100% lost_it', 'The CAFÉ was closed', 'discarded', '100 percent lost it'],
        ],
        ['from a moment on', { from: noon - 10 * 60_000 }, ['lovely', '100 percent lost it']],
        ['before a moment', { to: noon - 20 * 60_000 }, ['The CAFÉ was closed', 'discarded']],
        ['of a language', { segment: { name: 'locale', value: 'es' } }, ['The CAFÉ was closed']],
        ['of a channel', { segment: { name: 'channel', value: 'web' } }, ['100 percent lost it']],
        ['of a segment', { segment: { name: 'plan', value: 'pro' } }, ['lovely']],
        ['of a segment that nobody is of', { segment: { name: 'plan', value: 'es' } }, []],
        ['of a version', { version: 3 }, ['lovely']],
        ['of answers that came soon', { latestMs: 1_000 }, ['100% lost_it']],
      ])('are found %s', async (_, query, expected) => {
        expect(await texts(query)).toEqual(expected);
      });

      test.each(['newest', 'strongest'] as const)('are read page by page, %s first, each once', async (order) => {
        const all = await texts({ order });
        const paged: string[] = [];
        let before: string | null | undefined;
        do {
          const { comments, next } = await read({ order, limit: 2, ...(before ? { before } : {}) });
          paged.push(...comments.map(({ comment }) => comment));
          before = next;
        } while (before);
        expect(paged).toEqual(all);
      });

      test('are looked at no further than asked, and that is told', async () => {
        expect(await read({ search: 'CAFÉ', look: 2 })).toEqual({ comments: [], next: null, isCut: true });
        expect((await read({ search: 'CAFÉ' })).isCut).toBe(false);
        // Only of the time that is asked for.
        expect((await read({ from: noon - 10 * 60_000, look: 6 })).isCut).toBe(false);
      });

      test('with a cursor that is none begin at the beginning', async () => {
        expect((await texts({ before: "1' or 1=1" })).length).toBe(5);
      });

      test('keep their moment when they are amended', async () => {
        const id = '0190a000-0000-7000-8000-000000000077';
        const state = { id, status: 'answered', emotion: 'sad', strength: 3, touchpoint: 'amended' } as const;
        await store.recordStates([
          delivery(site.id, { ...state, revision: 2, comment: 'one' }, { moment: noon - 900_000 }),
        ]);
        await store.recordStates([delivery(site.id, { ...state, revision: 3, comment: 'two' })]);
        expect((await read({ touchpoint: 'amended' })).comments).toMatchObject([
          { comment: 'two', at: noon - 900_000 },
        ]);
      });
    });
  });
}
