import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identitySignature } from '../../../packages/collector/src/access/ownSecret.ts';
import { noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp();
});
afterEach(() => tested.remove());

const minuteMs = 60_000;
const signatureOf = (respondent: string) =>
  identitySignature(tested.settings.ownSecret.identitySecret(tested.site), respondent);
const record = (given: object = {}) =>
  tested.post(
    '/v1/interactions',
    {
      touchpoint: 'delivery',
      interaction: 'order-1001',
      endedAt: new Date(noon - 5 * minuteMs).toISOString(),
      respondent: 'c-77',
      ...given,
    },
    { 'content-type': 'application/json', authorization: `Bearer ${tested.secretKey}` },
  );
const ask = (respondent: unknown, signature: unknown, headers: Record<string, string> = {}) =>
  tested.post('/v1/armed', { site: tested.site.publicKey, respondent, signature }, headers);

describe('POST /v1/armed', () => {
  test('tells a page that knows the person what to ask about', async () => {
    await record({ segment: { plan: 'pro' }, channel: 'store', unexpected: true });
    tested.clock.now += minuteMs;
    const answer = await ask('c-77', signatureOf('c-77'), { origin: 'https://shop.example' });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        armed: [
          {
            touchpoint: 'delivery',
            interaction: 'order-1001',
            endedAgoMs: 6 * minuteMs,
            unexpected: true,
            channel: 'store',
            segment: { plan: 'pro' },
          },
        ],
      },
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('once: when a page has shown the question, nothing waits any more', async () => {
    await record();
    const state = { site: tested.site.publicKey, id: randomUUID(), revision: 0, touchpoint: 'delivery' };
    await tested.post('/v1/responses', { ...state, status: 'shown', interaction: 'order-1001' });
    expect(await (await ask('c-77', signatureOf('c-77'))).json()).toEqual({ armed: [] });
  });

  test('an id in another form of Unicode is the same person', async () => {
    await record({ respondent: 'Nu\u0301ria' });
    expect(await (await ask('Nu\u0301ria', signatureOf('Núria'))).json()).toMatchObject({ armed: [{}] });
  });

  test('a replaced secret opens nothing any more', async () => {
    await record();
    const old = signatureOf('c-77');
    await tested.store.rotateIdentity(tested.site.id);
    tested.clock.now += 1_000;
    expect(await (await ask('c-77', old)).json()).toEqual({ armed: [] });
    const site = await tested.store.siteByPublicKey(tested.site.publicKey);
    const secret = tested.settings.ownSecret.identitySecret(site as NonNullable<typeof site>);
    expect(await (await ask('c-77', identitySignature(secret, 'c-77'))).json()).toMatchObject({ armed: [{}] });
  });

  test('whoever guesses gets the same answer whatever they guess', async () => {
    await record();
    const right = signatureOf('c-77');
    const guesses: [respondent: string, signature: string][] = [
      ['c-77', ''],
      ['c-77', right.slice(1)],
      ['c-77', `${right}0`],
      ['c-77', right.toUpperCase()],
      ['c-77', signatureOf('c-78')],
      ['c-78', right],
      ['c-78', signatureOf('c-78')],
      ['', signatureOf('')],
      ['\u0000', signatureOf('\u0000')],
      ['c'.repeat(10_000), right],
      [`a${'\u0301'.repeat(5_000)}`, right],
      ['\ud800', '\ud800'],
    ];
    const answers = new Set<string>();
    for (const [respondent, signature] of guesses) {
      const answer = await ask(respondent, signature);
      answers.add(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^200 .* \{"armed":\[\]\}$/);
  });

  test.each([
    ['a page of another origin', { origin: 'https://elsewhere.example' }, {}, '403 origin_not_allowed'],
    ['an unknown site', {}, { site: `pk_${'0'.repeat(32)}` }, '401 unknown_site'],
    ['an unknown field', {}, { id: 1 }, '422 invalid_interaction'],
    ['a signature that is no text', {}, { signature: 7 }, '422 invalid_interaction'],
  ])('refuses %s', async (_, headers, given, refusal) => {
    const body = { site: tested.site.publicKey, respondent: 'c-77', signature: signatureOf('c-77'), ...given };
    const answer = await tested.post('/v1/armed', body, headers);
    expect(`${answer.status} ${(await answer.json()).code}`).toBe(refusal);
  });

  test('takes from the limits of networks and sites, and of no touchpoint', async () => {
    await tested.remove();
    tested = await testApp({}, { ratePrefix: 2, rateTouchpoint: 1 });
    const statuses = [];
    for (let time = 0; time < 3; time++) statuses.push((await ask('c-77', 'x')).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('a self-declared crawler is told nothing', async () => {
    await record();
    const crawler = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    expect(await (await ask('c-77', signatureOf('c-77'), crawler)).json()).toEqual({ armed: [] });
  });
});

describe('a page’s state', () => {
  test.each([
    ['signed, keeps who gave it', () => ({ respondent: 'c-77', signature: signatureOf('c-77') }), 'c-77'],
    ['signed wrongly, keeps the answer alone', () => ({ respondent: 'c-77', signature: signatureOf('c-78') }), null],
    ['signed for nobody, keeps the answer alone', () => ({ signature: signatureOf('c-77') }), null],
    ['unsigned, is as it always was', () => ({ respondent: 'c-77' }), 'c-77'],
  ])('%s', async (_, given, respondent) => {
    const id = randomUUID();
    const state = { site: tested.site.publicKey, id, revision: 0, touchpoint: 'delivery', status: 'shown' };
    expect((await tested.post('/v1/responses', { ...state, ...given() })).status).toBe(200);
    const [stored] = await tested.store.readResponsesById(tested.site.id, [id]);
    expect(stored).toMatchObject({ respondent });
    expect(stored).not.toHaveProperty('signature');
  });

  test('a backend has no use for a signature', async () => {
    const state = { id: randomUUID(), revision: 0, touchpoint: 'delivery', status: 'shown', signature: 'x' };
    const answer = await tested.post('/v1/responses', state, { authorization: `Bearer ${tested.secretKey}` });
    expect(answer.status).toBe(422);
  });
});
