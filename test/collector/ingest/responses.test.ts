import { randomUUID } from 'node:crypto';
import type { PublicResponseState } from '@vivencia/contract/response';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

const path = '/v1/responses';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
});
afterAll(() => tested.remove());

const state = (given: object = {}) =>
  ({
    site: tested.site.publicKey,
    id: randomUUID(),
    revision: 0,
    touchpoint: 'checkout',
    status: 'shown',
    ...given,
  }) as PublicResponseState;
const answered = (given: object = {}) => state({ status: 'answered', emotion: 'frustrated', ...given });
const bearer = () => ({ authorization: `Bearer ${tested.secretKey}` });
const stored = async (id: string) => {
  const found = (await tested.store.readResponses(tested.site.id, null, 10_000)).find((row) => row.id === id);
  if (!found) throw new Error('not stored');
  return found;
};

describe('a delivery is answered with what became of it', () => {
  test('one state', async () => {
    const given = answered();
    const response = await tested.post(path, given);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: given.id, outcome: 'stored' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('as application/json too, with or without a charset', async () => {
    for (const type of ['application/json', 'Application/JSON; charset="UTF-8"', 'text/plain']) {
      expect((await tested.post(path, state(), { 'content-type': type })).status).toBe(200);
    }
  });

  test('revisions in order, again, and in reverse', async () => {
    const id = randomUUID();
    const life = [
      state({ id }),
      answered({ id, revision: 1 }),
      answered({ id, revision: 2, strength: 4 }),
      answered({ id, revision: 3, strength: 4, comment: 'Why?' }),
    ];
    const outcomes = async (list: object[]) => {
      const got = [];
      for (const each of list) got.push((await (await tested.post(path, each)).json()).outcome);
      return got;
    };
    expect(await outcomes(life)).toEqual(['stored', 'amended', 'amended', 'amended']);
    expect(await outcomes(life)).toEqual(['stale', 'stale', 'stale', 'unchanged']);
    const other = randomUUID();
    const reversed = life.map((each) => ({ ...each, id: other })).reverse();
    expect(await outcomes(reversed)).toEqual(['stored', 'stale', 'stale', 'stale']);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test('an array is judged item by item, in order', async () => {
    const id = randomUUID();
    const bad = state({ touchpoint: 'Not A Key' });
    const response = await tested.post(path, [
      state({ id }),
      bad,
      answered({ id, revision: 1 }),
      state({ id: 'no uuid' }),
    ]);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      results: [
        { id, outcome: 'stored' },
        { id: bad.id, outcome: 'refused', code: 'invalid_response' },
        { id, outcome: 'amended' },
        { id: null, outcome: 'refused', code: 'invalid_response' },
      ],
    });
  });

  test('null is absent, everywhere', async () => {
    const nothing = {
      emotion: null,
      strength: null,
      reasons: null,
      evaluation: null,
      comment: null,
      latencyMs: null,
      ageMs: null,
      interaction: null,
      unexpected: null,
      respondent: null,
      segment: null,
      locale: null,
      channel: null,
      version: null,
      invitation: null,
      test: null,
    };
    const given = state(nothing);
    expect((await tested.post(path, given)).status).toBe(200);
    expect(await (await tested.post(path, { ...given, segment: { plan: null } })).json()).toMatchObject({
      outcome: 'unchanged',
    });
  });

  test('a backend delivers with its key and may say when', async () => {
    const { site: _, ...given } = answered({ at: '2026-11-20T10:00:00+01:00' }) as PublicResponseState & { at: string };
    const response = await tested.post(path, given, { ...bearer(), 'content-type': 'application/json' });
    expect(await response.json()).toMatchObject({ outcome: 'stored' });
    expect((await stored(given.id)).at).toBe(Date.UTC(2026, 10, 20, 9));
  });

  test('a backend’s moment wins over an age, and loses no latency', async () => {
    const at = '2026-11-20T10:00:00Z';
    const { site: _, ...given } = answered({ at, ageMs: 8 * dayMs, latencyMs: 5_000 });
    expect((await tested.post(path, given, bearer())).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({ at: Date.parse(at), latencyMs: 5_000 });
  });

  test('a future moment becomes now', async () => {
    const { site: _, ...given } = answered({ at: '2030-01-01T00:00:00Z' }) as PublicResponseState & { at: string };
    await tested.post(path, given, bearer());
    expect((await stored(given.id)).at).toBe(tested.clock.now);
  });

  const ages: [name: string, ageMs: string, agoMs: number, latencyMs: number | null][] = [
    ['an age dates it back', '90000', 90_000, 5_000],
    ['a negative age is none', '-5', 0, 5_000],
    ['a fraction is rounded', '1000.6', 1_001, 5_000],
    ['7 days keep their latency', `${7 * dayMs}`, 7 * dayMs, 5_000],
    ['more than 7 days are 7 days, and latency is not known', `${8 * dayMs}`, 7 * dayMs, null],
    ['an age beyond all numbers is never refused', '1e999', 7 * dayMs, null],
  ];
  test.each(ages)('%s', async (_, ageMs, ago, latencyMs) => {
    const given = answered({ latencyMs: 5_000.2 });
    const body = JSON.stringify(given).replace('"revision"', `"ageMs":${ageMs},"revision"`);
    expect((await tested.post(path, body)).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({ at: tested.clock.now - ago, latencyMs });
  });

  test('comments are cleaned, identifiers are brought to NFC', async () => {
    const comment = 'Un café\u0000 \u202enegro\u2069\r\ncon\tleche \ud800';
    const given = answered({ comment, interaction: 'cafe\u0301' });
    expect((await tested.post(path, given)).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({
      comment: 'Un café negro\ncon\tleche \ufffd',
      interaction: 'caf\u00e9',
    });
  });

  // Marks of two kinds in a long run are what normalizing takes longest for.
  test('of a letter with thirty thousand marks a comment keeps thirty, and a name is refused', async () => {
    const marks = '\u0301'.repeat(15_000) + '\u0316'.repeat(15_000);
    const given = answered({ comment: `a${marks}b` });
    expect((await tested.post(path, given)).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({ comment: `\u00e1${'\u0301'.repeat(29)}b` });
    const refused = await tested.post(path, answered({ respondent: `a${marks}` }));
    expect([refused.status, (await refused.json()).errors]).toEqual([
      422,
      [{ path: 'respondent', reason: 'has more marks on one letter than names may have' }],
    ]);
  });

  test('2,000 UTF-16 units are counted after NFC', async () => {
    expect((await tested.post(path, answered({ comment: 'e\u0301'.repeat(2_000) }))).status).toBe(200);
    expect((await tested.post(path, answered({ comment: '😀'.repeat(1_001) }))).status).toBe(422);
  });

  test('strength with indifferent is kept', async () => {
    const given = answered({ emotion: 'indifferent', strength: 3 });
    expect((await tested.post(path, given)).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({ emotion: 'indifferent', strength: 3 });
  });

  test('an evaluation alone is an answer', async () => {
    const given = state({ status: 'answered', evaluation: { scale: 'nps', value: 0 } });
    expect((await tested.post(path, given)).status).toBe(200);
    expect(await stored(given.id)).toMatchObject({ evaluation: { scale: 'nps', value: 0 } });
  });
});

describe('a state that is not valid is refused, and says where', () => {
  const canary = 'canary7f3a';
  const rows: [name: string, given: object, path: string][] = [
    ['answered without emotion or evaluation', { status: 'answered' }, 'emotion'],
    ['shown with an emotion', { emotion: 'happy' }, 'emotion'],
    ['dismissed with an evaluation', { status: 'dismissed', evaluation: { scale: 'csat', value: 3 } }, 'evaluation'],
    [
      'strength without an emotion',
      { status: 'answered', evaluation: { scale: 'csat', value: 3 }, strength: 3 },
      'strength',
    ],
    ['strength 0', { status: 'answered', emotion: 'happy', strength: 0 }, 'strength'],
    ['strength 2.5', { status: 'answered', emotion: 'happy', strength: 2.5 }, 'strength'],
    ['csat 6', { status: 'answered', evaluation: { scale: 'csat', value: 6 } }, 'evaluation.value'],
    ['ces 0', { status: 'answered', evaluation: { scale: 'ces', value: 0 } }, 'evaluation.value'],
    ['nps 11', { status: 'answered', evaluation: { scale: 'nps', value: 11 } }, 'evaluation.value'],
    ['another scale', { status: 'answered', evaluation: { scale: canary, value: 1 } }, 'evaluation.scale'],
    ['an emotion outside the catalogue', { status: 'answered', emotion: canary }, 'emotion'],
    ['another status', { status: canary }, 'status'],
    ['no id', { id: undefined }, 'id'],
    ['an id that is no UUID', { id: canary }, 'id'],
    ['a negative revision', { revision: -1 }, 'revision'],
    ['a revision that is no whole number', { revision: 0.5 }, 'revision'],
    ['a touchpoint with capitals', { touchpoint: 'Checkout' }, 'touchpoint'],
    ['a touchpoint of 65', { touchpoint: 'a'.repeat(65) }, 'touchpoint'],
    ['four reasons', { status: 'answered', emotion: 'happy', reasons: ['a', 'b', 'c', 'd'] }, 'reasons'],
    ['a reason that the touchpoint never had', { status: 'answered', emotion: 'happy', reasons: [canary] }, 'reasons'],
    ['a comment of 2,001', { comment: 'x'.repeat(2_001) }, 'comment'],
    ['a negative latency', { latencyMs: -1 }, 'latencyMs'],
    ['an age that is no number', { ageMs: canary }, 'ageMs'],
    ['NUL in an interaction', { interaction: `${canary}\u0000` }, 'interaction'],
    ['a bidi override in a respondent', { respondent: `${canary}\u202e` }, 'respondent'],
    ['a lone surrogate in an invitation', { invitation: `${canary}\ud800` }, 'invitation'],
    ['an empty interaction', { interaction: '' }, 'interaction'],
    ['an interaction of 129', { interaction: 'x'.repeat(129) }, 'interaction'],
    ['nine segments', { segment: Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`n${n}`, 'v'])) }, 'segment'],
    ['a segment name of 33', { segment: { ['n'.repeat(33)]: 'v' } }, 'segment.*'],
    ['a segment value of 65', { segment: { plan: 'v'.repeat(65) } }, 'segment.plan'],
    ['a built-in segment', { segment: { channel: 'v' } }, 'segment.channel'],
    ['another channel', { channel: canary }, 'channel'],
    ['a locale that is none', { locale: 'e!' }, 'locale'],
    ['a hundred segments', { segment: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [n, null])) }, ''],
    ['an unknown field', { canary7f3a_field: 1 }, 'canary7f3a_field'],
    ['at, from a page', { at: '2026-11-20T10:00:00Z' }, 'at'],
    ['a number for a text', { comment: 7 }, 'comment'],
    ['a text for a truth', { unexpected: 'yes' }, 'unexpected'],
  ];
  test('with twenty of its mistakes at the most', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`field_${n}`, 1]));
    const response = await tested.post(path, { ...state(), ...unknown });
    expect([response.status, (await response.json()).errors.length]).toEqual([422, 20]);
  });

  test.each(rows)('%s', async (name, given, where) => {
    const response = await tested.post(path, { ...state(), ...given });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({
      code: 'invalid_response',
      status: 422,
      title: expect.any(String),
      type: expect.any(String),
    });
    expect(problem.errors.map((error: { path: string }) => error.path)).toContain(where);
    if (name !== 'an unknown field') expect(JSON.stringify(problem)).not.toContain(canary);
  });

  test('the name of an unknown field is repeated only where it is plain', async () => {
    const problem = await (await tested.post(path, { ...state(), '<script>alert(1)</script>': 1 })).json();
    expect(JSON.stringify(problem)).not.toContain('script');
    expect(problem.errors).toEqual([{ path: '', reason: 'unknown field' }]);
  });

  test.each([
    ['the state', (name: string) => JSON.stringify(state()).replace('{', `{"${name}":{"x":1},`)],
    [
      'a segment',
      (name: string) => JSON.stringify(state({ segment: {} })).replace('"segment":{', `"segment":{"${name}":"x"`),
    ],
  ])('__proto__ in %s is refused, however it is written', async (_, write) => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const response = await tested.post(path, write(name));
      expect([response.status, (await response.json()).code]).toEqual([400, 'invalid_json']);
    }
    expect((await tested.post(path, answered({ comment: '"__proto__": a word like any other' }))).status).toBe(200);
  });

  test('what is wrong is told from what is missing', async () => {
    const problem = await (await tested.post(path, { ...state({ revision: 'one' }), status: undefined })).json();
    expect(problem.errors).toEqual([
      { path: 'revision', reason: 'must be a number' },
      { path: 'status', reason: expect.stringContaining('must be one of') },
    ]);
  });

  test('a segment that is null is absent, and not one of the eight', async () => {
    const segment = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`n${n}`, n ? 'v' : null]));
    expect((await tested.post(path, state({ segment }))).status).toBe(200);
  });

  test.each(['constructor', 'toString'])('%s is an unknown field like any other', async (name) => {
    const body = JSON.stringify(state()).replace('{', `{"${name}":{"x":1},`);
    expect((await tested.post(path, body)).status).toBe(422);
  });
});

describe('each refusal has its code', () => {
  const refusal = async (response: Response) => [response.status, (await response.json()).code];
  const rows: [status: number, code: string, name: string, send: () => Promise<Response>][] = [
    [400, 'invalid_json', 'no JSON', () => tested.post(path, '{"site":')],
    [400, 'invalid_json', 'nothing', () => tested.post(path, '')],
    [400, 'invalid_json', 'bad UTF-8', () => tested.post(path, new Uint8Array([0x22, 0xff, 0x22]))],
    [400, 'invalid_json', 'nine levels', () => tested.post(path, '['.repeat(9) + ']'.repeat(9))],
    [400, 'invalid_json', 'a depth bomb', () => tested.post(path, '['.repeat(60_000))],
    [401, 'unknown_site', 'a site that is none', () => tested.post(path, state({ site: `pk_${'0'.repeat(32)}` }))],
    [401, 'unknown_site', 'a malformed key', () => tested.post(path, state({ site: 'canary' }))],
    [401, 'unknown_site', 'no key', () => tested.post(path, state({ site: undefined }))],
    [401, 'unknown_site', 'no object', () => tested.post(path, '7')],
    [
      401,
      'unauthorized',
      'an unknown secret key',
      () => tested.post(path, state(), { authorization: `Bearer sk_${'A'.repeat(43)}` }),
    ],
    [401, 'unauthorized', 'another scheme', () => tested.post(path, state(), { authorization: 'Basic Y2FuYXJ5' })],
    [403, 'origin_not_allowed', 'a foreign page', () => tested.post(path, state(), { origin: 'https://evil.example' })],
    [403, 'origin_not_allowed', 'a page without an origin', () => tested.post(path, state(), { origin: 'null' })],
    [413, 'body_too_large', 'more than 64 KiB', () => tested.post(path, state({ comment: 'x'.repeat(65_537) }))],
    [
      415,
      'unsupported_media_type',
      'a form',
      () => tested.post(path, state(), { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    [
      415,
      'unsupported_media_type',
      'another charset',
      () => tested.post(path, state(), { 'content-type': 'text/plain; charset=utf-16' }),
    ],
    [415, 'unsupported_media_type', 'compressed', () => tested.post(path, state(), { 'content-encoding': 'gzip' })],
    [422, 'invalid_response', 'an empty array', () => tested.post(path, [])],
    [
      422,
      'invalid_response',
      '51 states',
      () =>
        tested.post(
          path,
          Array.from({ length: 51 }, () => state()),
        ),
    ],
    [422, 'invalid_response', 'two sites', () => tested.post(path, [state(), state({ site: `pk_${'0'.repeat(32)}` })])],
    [404, 'not_found', 'another path', () => tested.post('/v1/response', state())],
  ];
  test.each(rows)('%i %s: %s', async (status, code, _, send) => {
    const response = await send();
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await refusal(response)).toEqual([status, code]);
  });

  test('409 revision_conflict', async () => {
    const given = answered();
    await tested.post(path, given);
    expect(await refusal(await tested.post(path, { ...given, emotion: 'happy' }))).toEqual([409, 'revision_conflict']);
  });

  test('409 response_closed', async () => {
    const given = answered();
    await tested.post(path, given);
    tested.clock.now += 7 * dayMs + 1;
    const response = await tested.post(path, { ...given, revision: 1 });
    tested.clock.now -= 7 * dayMs + 1;
    expect(await refusal(response)).toEqual([409, 'response_closed']);
  });

  test('403 insufficient_scope names the scope', async () => {
    const { secretKey } = await tested.store.addKey(tested.site.id, 'reader', ['read']);
    const { site: _, ...given } = state();
    const response = await tested.post(path, given, { authorization: `Bearer ${secretKey}` });
    const problem = await response.json();
    expect([response.status, problem.code, problem.detail]).toEqual([
      403,
      'insufficient_scope',
      expect.stringContaining('ingest'),
    ]);
  });

  test('429 too_many_requests, with Retry-After; an array takes as much as it holds', async () => {
    const limited = await testApp({}, { ratePrefix: 60 });
    const site = limited.site.publicKey;
    expect(
      (
        await limited.post(
          path,
          Array.from({ length: 50 }, () => state({ site })),
        )
      ).status,
    ).toBe(200);
    const response = await limited.post(
      path,
      Array.from({ length: 20 }, () => state({ site })),
    );
    expect([response.headers.get('retry-after'), ...(await refusal(response))]).toEqual([
      '10',
      429,
      'too_many_requests',
    ]);
    const { site: _, ...fromBackend } = state();
    expect((await limited.post(path, fromBackend, { authorization: `Bearer ${limited.secretKey}` })).status).toBe(200);
    limited.clock.now += 10_000;
    expect(
      (
        await limited.post(
          path,
          Array.from({ length: 20 }, () => state({ site })),
        )
      ).status,
    ).toBe(200);
    await limited.remove();
  });

  test('429 too_many_requests for a whole site, whoever delivers', async () => {
    const limited = await testApp({}, { rateSite: 2 });
    const { site: _, ...fromBackend } = state();
    const authorization = { authorization: `Bearer ${limited.secretKey}` };
    const send = async () => (await limited.post(path, { ...fromBackend, id: randomUUID() }, authorization)).status;
    expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
    await limited.remove();
  });

  test('503 store_unavailable, with Retry-After', async () => {
    const broken = await testApp();
    await broken.store.close();
    const response = await broken.post(path, { ...state(), site: broken.site.publicKey }).catch((error) => error);
    expect(response.status).toBe(503);
    expect([response.headers.get('retry-after'), ...(await refusal(response))]).toEqual([
      '2',
      503,
      'store_unavailable',
    ]);
  });

  test('a page that is allowed, and one with any port or subdomain', async () => {
    const open = await testApp({ origins: ['http://localhost:*', 'https://*.shop.example', 'null'] });
    const from = async (origin: string) =>
      (await open.post(path, state({ site: open.site.publicKey }), { origin })).status;
    expect(await from('http://localhost:5173')).toBe(200);
    expect(await from('http://localhost.evil.example')).toBe(403);
    expect(await from('https://es.shop.example')).toBe(200);
    expect(await from('https://shop.example')).toBe(403);
    expect(await from('null')).toBe(200);
    await open.remove();
  });

  test('a preflight is answered for everybody', async () => {
    const response = await tested.app.request(path, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect([
      response.status,
      response.headers.get('access-control-allow-origin'),
      response.headers.get('access-control-allow-headers'),
    ]).toEqual([204, '*', 'content-type']);
  });

  test('pages may read why they were refused', async () => {
    const response = await tested.post(path, state(), { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});
