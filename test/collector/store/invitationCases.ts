import { expect, test } from 'vitest';
import type { NewInteraction } from '../../../packages/collector/src/store/interaction.ts';
import type { NewInvitation } from '../../../packages/collector/src/store/invitation.ts';
import type { Site } from '../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { defaultSettings, overflowKey } from '../../../packages/contract/src/touchpoint.ts';
import { delivery, noon } from '../../support/delivery.ts';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const today = dayOfDate('2026-11-22');
const idOf = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const answered = { status: 'answered', emotion: 'happy', revision: 1 } as const;

/** What every store must do with links and what backends tell of the same interactions. */
export function invitationCases(opened: () => { store: Store; site: Site }): void {
  const invite = (number: number, given: Partial<NewInvitation> = {}) =>
    opened().store.addInvitation({
      id: idOf(number),
      site: opened().site.id,
      touchpoint: 'delivery',
      interaction: 'order-1',
      respondent: null,
      endedAt: null,
      createdAt: noon,
      expiresAt: noon + 14 * dayMs,
      locale: null,
      channel: 'email',
      segment: [],
      unexpected: false,
      ...given,
    });
  const record = (given: Partial<NewInteraction> = {}) =>
    opened().store.recordInteraction({
      site: opened().site.id,
      interaction: 'order-1',
      touchpoint: 'delivery',
      endedAt: noon - 5 * minuteMs,
      received: noon + minuteMs,
      respondent: 'c-1',
      channel: null,
      segment: [['plan', 'pro']],
      unexpected: false,
      armMs: dayMs,
      ...given,
    });
  const link = (number: number) => opened().store.getInvitation(opened().site.id, idOf(number));
  const armed = async () => (await opened().store.readArmed(opened().site.id, 'c-1', noon + 2 * minuteMs)).length;
  const passes = async () =>
    (await opened().store.readPasses({ site: opened().site.id, fromDay: today, toDay: today })).map(
      ({ touchpoint, outcome, count }) => `${count} ${touchpoint} ${outcome}`,
    );
  const answer = async (number: number, given: Parameters<typeof delivery>[1] = {}) => {
    const id = idOf(number);
    const state = { id, invitation: id, touchpoint: 'delivery', interaction: 'order-1', ...answered, ...given };
    const [result] = await opened().store.recordStates([delivery(opened().site.id, state)]);
    return result;
  };
  const conflict = { refused: 'interaction_conflict' };

  test('a link first, then the interaction, each twice: counted once, armed, and the link knows whose it is', async () => {
    expect([await invite(1), await invite(1)]).toEqual(['added', 'added']);
    expect(await armed()).toBe(0);
    expect([await record(), await record()]).toEqual([
      { armed: true, notAsked: [] },
      { armed: true, notAsked: [] },
    ]);
    expect([await invite(1), await armed(), await passes()]).toEqual(['added', 1, ['1 delivery recorded']]);
    expect(await link(1)).toMatchObject({
      respondent: 'c-1',
      endedAt: noon - 5 * minuteMs,
      segment: [['plan', 'pro']],
      channel: 'email',
    });
  });

  test('the interaction first, then links, each twice: counted once, and armed still', async () => {
    await record();
    await record();
    const results = [await invite(1), await invite(1), await invite(2, { respondent: 'c-1' }), await invite(2)];
    expect(results).toEqual(['added', 'added', 'added', 'invitation_conflict']);
    expect([await armed(), await passes()]).toEqual([1, ['1 delivery recorded']]);
    expect(await link(1)).toMatchObject({ respondent: 'c-1', endedAt: noon - 5 * minuteMs });
  });

  test('only two things said that differ are a conflict, whichever came first', async () => {
    const said = { respondent: 'c-1', endedAt: noon - 5 * minuteMs, segment: [['plan', 'pro']] } as const;
    await invite(1, { ...said, segment: [['plan', 'pro']] });
    for (const other of [
      { touchpoint: 'search' },
      { respondent: 'c-2' },
      { endedAt: noon - minuteMs },
      { segment: [['plan', 'free']] as [string, string][] },
    ]) {
      expect(await record(other), JSON.stringify(other)).toEqual(conflict);
      expect(await invite(2, other), JSON.stringify(other)).toBe('interaction_conflict');
    }
    expect(await record({ respondent: null, segment: [], unexpected: true, channel: 'store' })).toMatchObject({
      armed: false,
    });
    expect(await invite(2, { unexpected: true })).toBe('added');
    expect(await passes()).toEqual(['1 delivery recorded']);
  });

  test('an end in the future became the moment when it was first said', async () => {
    await invite(1, { endedAt: noon });
    expect(await record({ endedAt: noon + minuteMs })).toMatchObject({ armed: true });
  });

  test('an id is that of one link: the same again is it, anything else a conflict', async () => {
    const segment: [string, string][] = [['plan', 'pro']];
    const given = { respondent: 'c-1', endedAt: noon - 1, locale: 'ca', segment };
    await invite(1, given);
    const later = { createdAt: noon + 1_500, expiresAt: noon + 2_000 + 14 * dayMs };
    expect(await invite(1, { ...given, ...later })).toBe('added');
    for (const other of [
      { touchpoint: 'search' },
      { interaction: null },
      { respondent: null },
      { endedAt: null },
      { locale: null },
      { segment: [] },
      { channel: 'sms' as const },
      { unexpected: true },
      { expiresAt: noon + 13 * dayMs },
    ])
      expect(await invite(1, { ...given, ...other }), JSON.stringify(other)).toBe('invitation_conflict');
    expect(await link(1)).toMatchObject({ ...given, expiresAt: noon + 14 * dayMs });
    expect(await passes()).toEqual(['1 delivery recorded']);
  });

  test('an id that a response has is no link’s', async () => {
    await answer(1, { invitation: null, interaction: null });
    expect(await invite(1)).toBe('invitation_conflict');
    expect(await passes()).toEqual([]);
  });

  test('one answer to an interaction uses its other links, and disarms it', async () => {
    await record();
    await invite(1);
    await invite(2);
    expect(await answer(1)).toEqual({ outcome: 'stored' });
    expect([(await link(1))?.answeredAt, (await link(2))?.answeredAt, await armed()]).toEqual([noon, noon, 0]);
    for (const status of ['answered', 'shown'] as const) {
      expect(await answer(2, { status, emotion: null })).toEqual({ refused: 'invitation_used' });
    }
    // Its own goes on.
    expect(await answer(1, { revision: 2, strength: 4 })).toEqual({ outcome: 'amended' });
    expect(await opened().store.readResponses(opened().site.id, null, 10)).toHaveLength(1);
  });

  test('an answer on a page uses the links; what was only shown there, or is a test, does not', async () => {
    await invite(1);
    await answer(7, { invitation: null, status: 'shown', emotion: null, revision: 0 });
    await answer(8, { invitation: null, test: true });
    await answer(9, { invitation: null, interaction: 'order-2' });
    expect((await link(1))?.answeredAt).toBeNull();
    await answer(7, { invitation: null });
    expect((await link(1))?.answeredAt).toBe(noon);
    expect(await answer(1)).toEqual({ refused: 'invitation_used' });
  });

  test('an import of links’ answers is no second use of them', async () => {
    await answer(7, { invitation: null });
    expect(await answer(1)).toEqual({ outcome: 'stored' });
  });

  test('a link whose touchpoint was merged is the same, and its interaction, under either key', async () => {
    const { store, site } = opened();
    await invite(1);
    await store.putTouchpoint(site.id, 'parcel', defaultSettings('parcel'));
    expect(await store.mergeTouchpoint(site.id, 'delivery', 'parcel')).toBe(true);
    expect([await invite(1), await invite(1, { touchpoint: 'parcel' }), await invite(2)]).toEqual(
      Array(3).fill('added'),
    );
    expect(await record({ touchpoint: 'parcel' })).toMatchObject({ armed: true });
    expect(await invite(3, { touchpoint: 'parcel' })).toBe('added');
    expect(await answer(1)).toEqual({ outcome: 'stored' });
    expect((await link(2))?.answeredAt).toBe(noon);
    expect(await passes()).toEqual(['1 parcel recorded']);
    expect((await store.verify()).differences).toEqual([]);
  });

  test('past the cap of touchpoints, and once it is declared, it is the same', async () => {
    const { store, site } = opened();
    for (let number = 0; number < 50; number++)
      await invite(100 + number, { touchpoint: `t${number}`, interaction: null });
    await invite(1);
    expect(await link(1)).toMatchObject({ touchpoint: { key: overflowKey } });
    expect([await invite(1), await invite(2)]).toEqual(['added', 'added']);
    await store.putTouchpoint(site.id, 'delivery', defaultSettings('delivery'));
    expect([await invite(1), await invite(3)]).toEqual(['added', 'added']);
    expect(await record()).toMatchObject({ armed: true });
    expect(await passes()).toContain(`1 ${overflowKey} recorded`);
  });

  test('erasing a respondent takes along all that was said of what was theirs, whoever was named with it', async () => {
    const { store, site } = opened();
    // order-1: a link names nobody, the interaction does; order-2: the other way round; order-3: is another's.
    await invite(1);
    await record();
    await invite(2, { interaction: 'order-2', respondent: 'c-1' });
    await record({ interaction: 'order-2', respondent: null });
    await invite(3, { interaction: 'order-2' });
    await invite(4, { interaction: 'order-3', respondent: 'c-2' });
    await answer(1);
    await answer(7, { interaction: 'order-2', invitation: null });
    await answer(4, { interaction: 'order-3', respondent: 'c-2' });
    expect(await store.eraseRespondent(site.id, 'c-1')).toBe(2);
    expect([await link(1), await link(2), await link(3)]).toEqual([null, null, null]);
    expect(await link(4)).toMatchObject({ respondent: 'c-2', answeredAt: noon });
    // Told of anew, it is no repeat: nothing is known of it.
    expect(await record({ interaction: 'order-2', respondent: 'c-3' })).toMatchObject({ armed: true });
    expect(await record({ respondent: 'c-3' })).toMatchObject({ armed: true });
    expect((await store.verify()).differences).toEqual([]);
  });
}
