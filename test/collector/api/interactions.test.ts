import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp();
});
afterEach(() => tested.remove());

const asTime = 'must be a time like 2026-11-30T12:00:00Z, or with its offset: +01:00';
const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
const today = dayOfDate('2026-11-22');
const iso = (at: number) => new Date(at).toISOString();

const order = {
  touchpoint: 'delivery',
  interaction: 'order-1001',
  endedAt: iso(noon - 5 * minuteMs),
  respondent: 'c-77',
  segment: { plan: 'pro', none: null },
  channel: 'store',
};

const tell = (body: unknown, query = '', headers: Record<string, string> = {}) =>
  tested.post(`/v1/interactions${query}`, body, {
    'content-type': 'application/json',
    authorization: `Bearer ${tested.secretKey}`,
    ...headers,
  });
const told = async (body: unknown, query = '') => (await tell(body, query)).json();
const passed = async () => {
  const passes = await tested.store.readPasses({ site: tested.site.id, fromDay: today, toDay: today });
  return passes.reduce((total, { count }) => total + count, 0);
};
const waiting = (now = noon) => tested.store.readArmed(tested.site.id, 'c-77', now);

describe('POST /v1/interactions', () => {
  test('records an interaction once, however often it is told of, and counts it as passed', async () => {
    for (let time = 0; time < 3; time++) {
      const answer = await tell(order);
      expect([answer.status, await answer.json()]).toEqual([200, { interaction: 'order-1001', armed: true }]);
    }
    expect(await passed()).toBe(1);
    expect(await waiting()).toMatchObject([
      { interaction: 'order-1001', channel: 'store', segment: [['plan', 'pro']] },
    ]);
    const { touchpoints } = await (await tested.get('/v1/scores')).json();
    expect(touchpoints).toMatchObject([{ touchpoint: 'delivery', passed: 1, shown: 0 }]);
  });

  test('at once by many it is still one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => told(order)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await passed()).toBe(1);
  });

  test('refuses another one of the same id', async () => {
    await tell(order);
    const answer = await tell({ ...order, touchpoint: 'checkout' });
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'interaction_conflict' }]);
    expect(await passed()).toBe(1);
  });

  test.each([
    ['arm is 0', { arm: 0 }, false],
    ['nobody is named', { respondent: null }, false],
    ['it ended 8 days ago', { endedAt: iso(noon - 8 * dayMs) }, false],
    ['it ended 6 days ago', { endedAt: iso(noon - 6 * dayMs) }, true],
    ['it ends tomorrow', { endedAt: iso(noon + dayMs) }, true],
    ['another time zone says when', { endedAt: '2026-11-22T13:00:00+01:00' }, true],
  ])('where %s', async (_, given, armed) => {
    expect(await told({ ...order, ...given })).toEqual({ interaction: 'order-1001', armed });
    expect(await passed()).toBe(1);
    expect((await waiting()).length).toBe(Number(armed));
  });

  test('one that ends in the future ended now', async () => {
    await tell({ ...order, endedAt: iso(noon + dayMs) });
    expect(await waiting()).toMatchObject([{ endedAt: noon }]);
  });

  test('waits for as long as it is told', async () => {
    await tell({ ...order, arm: 30 });
    expect(await waiting(noon + 30 * minuteMs - 1)).toHaveLength(1);
    expect(await waiting(noon + 30 * minuteMs)).toEqual([]);
  });

  test.each([
    ['an unknown field', { plan: 'pro' }, { path: 'plan', reason: 'unknown field' }],
    ['no end', { endedAt: undefined }, { path: 'endedAt', reason: 'is missing' }],
    ['an end without a time', { endedAt: '2026-11-22' }, { path: 'endedAt', reason: asTime }],
    ['an end without an offset', { endedAt: '2026-11-22T12:00:00' }, { path: 'endedAt', reason: asTime }],
    ['a touchpoint that is none', { touchpoint: 'Delivery!' }, { path: 'touchpoint', reason: expect.any(String) }],
    ['too long a wait', { arm: 10_081 }, { path: 'arm', reason: 'must be at most 10080' }],
    ['a channel that is none', { channel: 'pigeon' }, { path: 'channel', reason: expect.any(String) }],
    ['an interaction of controls', { interaction: 'a\u0000b' }, { path: 'interaction', reason: expect.any(String) }],
    ['too long a respondent', { respondent: 'c'.repeat(129) }, { path: 'respondent', reason: expect.any(String) }],
  ])('refuses %s, and names it', async (_, given, error) => {
    const answer = await tell({ ...order, ...given });
    const problem = await answer.json();
    expect([answer.status, problem]).toMatchObject([422, { code: 'invalid_interaction', errors: [error] }]);
    expect(await passed()).toBe(0);
  });

  test('refuses what is no JSON, no key, a wrong key and one without the scope', async () => {
    const key = await tested.store.addKey(tested.site.id, 'reader', ['read', 'manage']);
    const answers = [
      await tell('{'),
      await tell(order, '', { 'content-type': 'text/plain' }),
      await tell(order, '?explain=yes'),
      await tested.post('/v1/interactions', order),
      await tell(order, '', { authorization: `Bearer sk_${'x'.repeat(43)}` }),
      await tell(order, '', { authorization: `Bearer ${key.secretKey}` }),
    ];
    const codes = await Promise.all(answers.map(async (answer) => `${answer.status} ${(await answer.json()).code}`));
    expect(codes).toEqual([
      '400 invalid_json',
      '415 unsupported_media_type',
      '422 invalid_query',
      '401 unauthorized',
      '401 unauthorized',
      '403 insufficient_scope',
    ]);
    expect(await passed()).toBe(0);
  });

  test('a site’s limit holds for backends, too', async () => {
    await tested.remove();
    tested = await testApp({}, { rateSite: 2 });
    const statuses = [];
    for (let number = 0; number < 3; number++)
      statuses.push((await tell({ ...order, interaction: `o-${number}` })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('?explain=1', () => {
  const explained = async (given: object = {}) => told({ ...order, ...given }, '?explain=1');

  test('says that the customer would be asked, and records nothing', async () => {
    expect(await explained()).toEqual({
      interaction: 'order-1001',
      armed: true,
      explain: { asked: true, reasons: [] },
    });
    expect([await passed(), await waiting()]).toEqual([0, []]);
  });

  test('gives every reason why not, in words', async () => {
    const { armed, explain } = await explained({ respondent: null, arm: 0 });
    expect([armed, explain.asked]).toEqual([false, false]);
    expect(explain.reasons).toEqual([
      { reason: 'no_respondent', detail: expect.stringMatching(/\.$/) },
      { reason: 'not_to_arm', detail: expect.stringMatching(/\.$/) },
    ]);
  });

  test('says until when somebody is left alone who was asked not long ago', async () => {
    await tested.post('/v1/responses', {
      site: tested.site.publicKey,
      id: '0190a000-0000-7000-8000-000000000001',
      revision: 0,
      touchpoint: 'search',
      status: 'shown',
      respondent: 'c-77',
    });
    const { armed, explain } = await explained();
    expect([armed, explain]).toEqual([
      true,
      { asked: false, reasons: [{ reason: 'gap', detail: expect.stringContaining('2026-11-22T13:00:00.000Z') }] },
    ]);
  });

  test('of one that was recorded and asked about it says so', async () => {
    await tell(order);
    expect((await explained()).explain).toEqual({ asked: true, reasons: [] });
    await tested.post('/v1/responses', {
      site: tested.site.publicKey,
      id: '0190a000-0000-7000-8000-000000000001',
      revision: 0,
      touchpoint: 'delivery',
      status: 'shown',
      interaction: 'order-1001',
    });
    const { explain } = await explained();
    expect(explain.reasons.map(({ reason }: { reason: string }) => reason)).toEqual([
      'already_asked',
      'already_recorded',
    ]);
  });
});
