import { expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import type { NewInteraction } from '../../../packages/collector/src/store/interaction.ts';
import type { Site } from '../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { defaultSettings } from '../../../packages/contract/src/touchpoint.ts';
import { delivery, noon } from '../../support/delivery.ts';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const today = dayOfDate('2026-11-22');

/** What every store must do with interactions that backends tell of. */
export function interactionCases(opened: () => { store: Store; site: Site }): void {
  const told = (given: Partial<NewInteraction> = {}): NewInteraction => ({
    site: opened().site.id,
    interaction: 'order-1001',
    touchpoint: 'delivery',
    endedAt: noon - 5 * minuteMs,
    received: noon,
    respondent: 'c-77',
    channel: null,
    segment: [],
    unexpected: false,
    armMs: dayMs,
    ...given,
  });
  const record = (given: Partial<NewInteraction> = {}) => opened().store.recordInteraction(told(given));
  const explain = (given: Partial<NewInteraction> = {}) => opened().store.explainInteraction(told(given));
  const armed = async (respondent = 'c-77', now = noon) =>
    (await opened().store.readArmed(opened().site.id, respondent, now)).map(({ interaction }) => interaction);
  const passes = async () =>
    (await opened().store.readPasses({ site: opened().site.id, fromDay: today, toDay: today })).map(
      ({ touchpoint, outcome, count }) => `${count} ${touchpoint} ${outcome}`,
    );
  const respond = async (given: Parameters<typeof delivery>[1], frame: Parameters<typeof delivery>[2] = {}) =>
    opened().store.recordStates([delivery(opened().site.id, given, frame)]);
  const reasons = async (given: Partial<NewInteraction> = {}) => {
    const explained = await explain(given);
    return 'refused' in explained ? explained : explained.notAsked.map(({ reason }) => reason);
  };

  test('one that a page passes too is counted as passed once', async () => {
    const { store, site } = opened();
    const passed = { site: site.id, touchpoint: 'delivery', outcome: 'asked', reason: null, received: noon } as const;
    await record();
    await store.recordPasses([{ ...passed, interaction: 'order-1001' }]);
    expect(await passes()).toEqual(['1 delivery recorded']);
    await store.recordPasses([{ ...passed, interaction: 'order-1002' }, passed]);
    expect(await passes()).toEqual(['2 delivery asked', '1 delivery recorded']);
  });

  test('one is counted as passed once, and waits for its respondent', async () => {
    const { store, site } = opened();
    const all = { channel: 'store', segment: [['plan', 'pro']], unexpected: true } as const;
    expect(await record({ ...all, segment: [['plan', 'pro']] })).toEqual({ armed: true, notAsked: [] });
    expect(await store.readArmed(site.id, 'c-77', noon)).toEqual([
      { touchpoint: 'delivery', interaction: 'order-1001', endedAt: noon - 5 * minuteMs, ...all },
    ]);
    expect(await armed('c-78')).toEqual([]);
    expect(await passes()).toEqual(['1 delivery recorded']);
  });

  test('told again in the same words it is answered the same and counts nothing; in other words it is refused', async () => {
    const segment: NewInteraction['segment'] = [['plan', 'pro']];
    await record({ segment });
    expect(await record({ segment, received: noon + 3 * dayMs, armMs: 0 })).toMatchObject({ armed: true });
    for (const other of [
      { touchpoint: 'checkout' },
      { endedAt: noon },
      { respondent: 'c-78' },
      { respondent: null },
      { channel: 'phone' } as const,
      { segment: [] },
      { segment: [['plan', 'free']] as NewInteraction['segment'] },
      { unexpected: true },
    ])
      expect(await record({ segment, ...other }), JSON.stringify(other)).toEqual({ refused: 'interaction_conflict' });
    expect(await passes()).toEqual(['1 delivery recorded']);
  });

  test('an end in the future became the moment of its first telling', async () => {
    await record({ endedAt: noon });
    expect(await record({ endedAt: noon + minuteMs, received: noon + minuteMs })).toMatchObject({ armed: true });
  });

  test('it waits no longer than it is armed', async () => {
    await record({ armMs: 60 * minuteMs });
    expect(await armed('c-77', noon + 60 * minuteMs - 1)).toEqual(['order-1001']);
    expect(await armed('c-77', noon + 60 * minuteMs)).toEqual([]);
  });

  test.each(['shown', 'dismissed', 'answered'] as const)('a stored state, %s, ends its wait', async (status) => {
    await record();
    await respond({ status, interaction: 'order-1001', ...(status === 'answered' && { emotion: 'happy' }) });
    expect(await armed()).toEqual([]);
    expect(await record()).toMatchObject({ armed: true, notAsked: [{}, {}] });
    expect(await reasons()).toEqual(['already_asked', 'already_recorded']);
  });

  test('an amendment that names it ends its wait, too', async () => {
    await record();
    const id = '0190a000-0000-7000-8000-000000000001';
    await respond({ id });
    expect(await armed()).toEqual(['order-1001']);
    await respond({ id, revision: 1, interaction: 'order-1001' });
    expect(await armed()).toEqual([]);
  });

  test('a state of another site or interaction does not', async () => {
    await record();
    const other = (await opened().store.addSite(defaultSite('Other'))).site;
    await opened().store.recordStates([delivery(other.id, { interaction: 'order-1001' })]);
    await respond({ interaction: 'order-1002' });
    expect(await armed()).toEqual(['order-1001']);
  });

  test('what a page has asked about is neither armed nor counted again', async () => {
    await respond({ interaction: 'order-1001' });
    expect(await record()).toEqual({ armed: false, notAsked: [{ reason: 'already_asked', until: null }] });
    expect(await armed()).toEqual([]);
    expect(await passes()).toEqual([]);
  });

  test('explaining keeps nothing, and says what recording would', async () => {
    expect(await explain()).toEqual({ armed: true, notAsked: [] });
    expect([await passes(), await armed(), await opened().store.listTouchpoints(opened().site.id)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('every reason why nobody would be asked', async () => {
    const { store, site } = opened();
    await store.putTouchpoint(site.id, 'hidden', defaultSettings('hidden'));
    await store.hideTouchpoint(site.id, 'hidden');
    await store.putTouchpoint(site.id, 'never', { ...defaultSettings('never'), sampling: 0 });
    const cases: [Partial<NewInteraction>, string[]][] = [
      [{}, []],
      [{ respondent: null }, ['no_respondent']],
      [{ armMs: 0 }, ['not_to_arm']],
      [{ endedAt: noon - 7 * dayMs - 1 }, ['ended_too_long_ago']],
      [{ touchpoint: 'hidden' }, ['hidden_touchpoint']],
      [{ touchpoint: 'never' }, ['sampled']],
      [{ touchpoint: 'hidden', respondent: null, armMs: 0 }, ['no_respondent', 'not_to_arm', 'hidden_touchpoint']],
    ];
    for (const [given, wanted] of cases) {
      expect(await reasons(given), JSON.stringify(given)).toEqual(wanted);
      const interaction = `of ${JSON.stringify(given)}`;
      expect(await record({ interaction, ...given })).toMatchObject({ armed: wanted.length === 0 });
    }
    // Kept and counted all the same.
    expect(await passes()).toEqual(['4 delivery recorded', '2 hidden recorded', '1 never recorded']);
    expect(await armed()).toEqual(['of {}']);
  });

  test('whoever was asked lately is left alone, on whatever device', async () => {
    const { store, site } = opened();
    await store.putSite(site.id, { ...defaultSite('Shop'), gapMinutes: 60, dailyCap: 2 });
    const at = (ago: number) => ({ received: noon - ago, moment: noon - ago });
    const before = { respondent: 'c-77' };
    await respond({ ...before, touchpoint: 'search' }, at(2 * 60 * minuteMs));
    expect(await reasons()).toEqual([]);
    await respond({ ...before, touchpoint: 'search' }, at(30 * minuteMs));
    expect(await reasons()).toEqual(['gap', 'daily_cap']);
    expect(await reasons({ respondent: 'c-78' })).toEqual([]);
    expect(await reasons({ touchpoint: 'search' })).toEqual(['cooldown', 'gap', 'daily_cap']);
    expect(await reasons({ touchpoint: 'search', unexpected: true })).toEqual([]);
    // A gap only puts it off; a cooldown outlasts it.
    expect(await record()).toMatchObject({ armed: true });
    expect(await record({ interaction: 'search-1', touchpoint: 'search' })).toMatchObject({ armed: false });
    expect(await armed()).toEqual([]);
    expect(await armed('c-77', noon + 22.5 * 60 * minuteMs)).toEqual(['order-1001']);
  });

  test('the newest three, the newest first', async () => {
    for (const number of [3, 1, 4, 2])
      await record({ interaction: `order-${number}`, endedAt: noon - number * minuteMs });
    expect(await armed()).toEqual(['order-1', 'order-2', 'order-3']);
  });

  test('a touchpoint that is hidden later is not asked about; one that is merged is, under its new key', async () => {
    const { store, site } = opened();
    await record();
    await store.putTouchpoint(site.id, 'parcel', defaultSettings('parcel'));
    await store.mergeTouchpoint(site.id, 'delivery', 'parcel');
    expect(await store.readArmed(site.id, 'c-77', noon)).toMatchObject([{ touchpoint: 'parcel' }]);
    expect(await record()).toMatchObject({ armed: true });
    expect(await passes()).toEqual(['1 parcel recorded']);
    await store.hideTouchpoint(site.id, 'parcel');
    expect(await armed()).toEqual([]);
  });

  test('erasing a respondent takes their interactions along, and the answers to them', async () => {
    const { store, site } = opened();
    await record();
    await record({ interaction: 'order-1002', respondent: 'c-78' });
    await respond({ status: 'answered', emotion: 'angry', interaction: 'order-1001', comment: 'Mine.' });
    await respond({ status: 'answered', emotion: 'angry', interaction: 'order-1002', comment: 'Theirs.' });
    expect(await store.eraseRespondent(site.id, 'c-77')).toBe(1);
    expect((await store.readResponses(site.id, null, 10)).map(({ comment }) => comment)).toEqual(['Theirs.']);
    expect(await passes()).toEqual(['2 delivery recorded']);
    expect((await store.verify()).differences).toEqual([]);
    // Nothing of it is known any more.
    expect(await reasons()).toEqual([]);
    expect(await reasons({ interaction: 'order-1002', respondent: 'c-78' })).toContain('already_recorded');
  });

  test('respondents go when their site keeps them no longer, the rest after 90 days', async () => {
    const { store, site } = opened();
    await store.putSite(site.id, {
      ...defaultSite('Shop'),
      retentionDays: { shown: 0, comments: 0, respondents: 30 },
    });
    const other = (await store.addSite(defaultSite('Other'))).site;
    const daysAgo = (days: number) => ({ endedAt: Date.now() - days * dayMs, received: Date.now() - days * dayMs });
    const [old, older, oldest] = [daysAgo(20), daysAgo(40), daysAgo(91)];
    for (const [interaction, when] of Object.entries({ old, older, oldest }))
      for (const { id } of [site, other]) await record({ site: id, interaction, ...when, armMs: 100 * dayMs });
    expect(await store.retire()).toMatchObject({ respondents: 1 });
    const now = Date.now();
    expect(await armed('c-77', now)).toEqual(['old']);
    expect((await store.readArmed(other.id, 'c-77', now)).map(({ interaction }) => interaction)).toEqual([
      'old',
      'older',
    ]);
    // Whoever tells of it again is not refused because a name is gone; what is gone wholly is told of for the first time.
    expect(await record({ interaction: 'older', ...older, received: now })).toMatchObject({ armed: true });
    expect(await reasons({ site: other.id, interaction: 'oldest', ...oldest, received: now })).toEqual([
      'ended_too_long_ago',
    ]);
  });

  test('an identity secret can be replaced', async () => {
    const { store, site } = opened();
    expect((await store.rotateIdentity(site.id)).identityGeneration).toBe(1);
    expect((await store.siteByPublicKey(site.publicKey))?.identityGeneration).toBe(1);
  });

  test('a removed site takes them along', async () => {
    const { store, site } = opened();
    await record();
    await store.removeSite(site.id);
    expect(await armed()).toEqual([]);
    expect(await record()).toEqual({ refused: 'unknown_site' });
  });
}
