import { randomUUID } from 'node:crypto';
import { chatProducts, type Trigger } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
});
afterAll(() => tested.remove());

const put = async (path: string, body: unknown, secretKey = tested.secretKey) =>
  tested.app.request(path, {
    method: 'PUT',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secretKey}` },
  });
const send = async (method: string, path: string) =>
  tested.app.request(path, { method, headers: { authorization: `Bearer ${tested.secretKey}` } });

/** The example of the design. */
const example = {
  title: 'Checkout',
  stage: 'during',
  unexpected: false,
  owner: 'Payments team',
  note: 'card form, bank redirect',
  triggers: [{ on: 'url', match: 'contains', value: '/order-received' }, { on: 'purchase' }],
  emotions: 'core',
  strength: true,
  evaluation: null,
  comment: 'optional',
  reasons: [{ key: 'delivery', label: { en: 'Delivery', es: 'La entrega' } }],
  wording: { es: { question: '¿Con qué sensación te quedas tras pagar?', evaluation: '¿Fue fácil pagar?' } },
  sampling: 1,
  delayMs: 800,
  again: { answeredDays: 14, dismissedDays: 30 },
  position: 'bottom-end',
};

describe('touchpoints', () => {
  test('one is declared, read, listed, replaced wholly and hidden', async () => {
    const declared = await put('/v1/touchpoints/checkout', example);
    expect([declared.status, await declared.json()]).toEqual([
      200,
      { key: 'checkout', version: 1, confirmed: true, ...example },
    ]);
    expect(await (await tested.get('/v1/touchpoints/checkout')).json()).toMatchObject(example);
    const replaced = await (await put('/v1/touchpoints/checkout', {})).json();
    expect(replaced).toMatchObject({
      version: 2,
      title: 'Checkout',
      stage: null,
      reasons: [],
      again: { answeredDays: 14, dismissedDays: 30 },
    });
    expect((await (await tested.get('/v1/touchpoints')).json()).touchpoints).toMatchObject([
      { key: 'checkout', version: 2 },
    ]);
    expect((await send('DELETE', '/v1/touchpoints/checkout')).status).toBe(204);
    expect((await send('DELETE', '/v1/touchpoints/checkout')).status).toBe(404);
    expect((await tested.get('/v1/touchpoints/checkout')).status).toBe(404);
  });

  const wrong: [name: string, settings: object, path: string][] = [
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an unbalanced set', { emotions: ['happy', 'excited', 'relieved', 'indifferent', 'angry'] }, 'emotions'],
    ['an emotion twice', { emotions: ['happy', 'happy', 'indifferent', 'angry'] }, 'emotions'],
    ['a sampling over 1', { sampling: 1.5 }, 'sampling'],
    [
      'a reason twice',
      {
        reasons: [
          { key: 'a', label: { en: 'A' } },
          { key: 'a', label: { en: 'B' } },
        ],
      },
      'reasons',
    ],
    ['a regular expression that is none', { triggers: [{ on: 'url', match: 'regexp', value: '(' }] }, 'triggers.0'],
    ['another trigger', { triggers: [{ on: 'moon' }] }, 'triggers.0.on'],
    ['an event without a name', { triggers: [{ on: 'event' }] }, 'triggers.0.name'],
    ['an event with a blank name', { triggers: [{ on: 'event', name: ' ' }] }, 'triggers.0.name'],
    ['a control in an event', { triggers: [{ on: 'event', name: 'a\tb' }] }, 'triggers.0.name'],
    ['an event name of 101', { triggers: [{ on: 'event', name: 'a'.repeat(101) }] }, 'triggers.0.name'],
    ['an event of our own', { triggers: [{ on: 'event', name: 'vivencia:suppressed' }] }, 'triggers.0.name'],
    ['an event with a detail', { triggers: [{ on: 'event', name: 'a', detail: 1 }] }, 'triggers.0.detail'],
    ['an empty selector', { triggers: [{ on: 'visible', selector: '' }] }, 'triggers.0.selector'],
    ['a selector of 501', { triggers: [{ on: 'visible', selector: 'a'.repeat(501) }] }, 'triggers.0.selector'],
    [
      'a trigger twice',
      {
        triggers: [
          { on: 'event', name: 'a' },
          { name: 'a', on: 'event' },
        ],
      },
      'triggers',
    ],
    ['another chat', { triggers: [{ on: 'chat', product: 'icq' }] }, 'triggers.0.product'],
    ['a control in a title', { title: 'a\u0007' }, 'title'],
  ];
  test.each(wrong)('%s is refused', async (_, settings, path) => {
    const response = await put('/v1/touchpoints/odd', settings);
    const problem = await response.json();
    expect([response.status, problem.code, problem.errors.map((error: { path: string }) => error.path)]).toEqual([
      422,
      'invalid_settings',
      [path],
    ]);
    expect((await tested.get('/v1/touchpoints/odd')).status).toBe(404);
  });

  test.each<Trigger>([
    { on: 'event', name: 'checkout:done' },
    { on: 'event', name: 'a'.repeat(100) },
    { on: 'visible', selector: '#order > .done:not([hidden])' },
    ...chatProducts.map((product) => ({ on: 'chat', product }) as const),
  ])('a trigger %j is kept', async (trigger) => {
    const kept = await put('/v1/touchpoints/triggered', { triggers: [trigger] });
    expect([kept.status, (await kept.json()).triggers]).toEqual([200, [trigger]]);
  });

  test('what is wrong with a trigger is said in words', async () => {
    const triggers = [
      { on: 'chat', product: 'icq' },
      { on: 'visible', selector: ' ' },
      { on: 'event', name: 'vivencia:shown' },
    ];
    const { errors } = await (await put('/v1/touchpoints/odd', { triggers })).json();
    expect(errors.map(({ reason }: { reason: string }) => reason)).toEqual([
      `must be one of ${chatProducts.join(', ')}`,
      'is blank',
      expect.stringContaining('starts with vivencia:'),
    ]);
  });

  test('a key that is none is refused', async () => {
    expect((await put('/v1/touchpoints/Not%20A%20Key', {})).status).toBe(422);
  });
});

describe('the site', () => {
  test('is read and replaced wholly; absent is the default', async () => {
    const changed = await put('/v1/site', {
      name: 'Botiga',
      origins: ['HTTPS://Shop.Example:443/'],
      timeZone: 'Europe/Madrid',
      gapMinutes: 0,
    });
    const site = {
      name: 'Botiga',
      origins: ['https://shop.example'],
      timeZone: 'Europe/Madrid',
      gapMinutes: 0,
      dailyCap: 3,
      retentionDays: { shown: 0, comments: 0, respondents: 0 },
    };
    expect([changed.status, await changed.json()]).toEqual([200, site]);
    expect(await (await tested.get('/v1/site')).json()).toEqual(site);
  });

  test.each([
    ['no name', {}, 'name'],
    ['a name like a public key', { name: 'pk_1' }, 'name'],
    ['a retention that late answers would outlive', { name: 'S', retentionDays: { shown: 7 } }, 'retentionDays.shown'],
    ['an origin with a path', { name: 'S', origins: ['https://shop.example/a'] }, 'origins.0'],
    ['another planet', { name: 'S', timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('%s is refused', async (_, settings, path) => {
    const problem = await (await put('/v1/site', settings)).json();
    expect([problem.code, problem.errors[0].path]).toEqual(['invalid_settings', path]);
  });
});

test('a respondent is erased, and whether there was one is not told', async () => {
  const id = 'c 77/é';
  const state = { id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown', respondent: id };
  expect((await tested.post('/v1/responses', { site: tested.site.publicKey, ...state })).status).toBe(200);
  const erase = (authorization: string, respondent: string) =>
    tested.app.request(`/v1/respondents/${encodeURIComponent(respondent)}`, {
      method: 'DELETE',
      headers: { authorization },
    });
  const reader = await tested.store.addKey(tested.site.id, 'reader', ['read', 'ingest']);
  expect((await erase(`Bearer ${reader.secretKey}`, id)).status).toBe(403);
  expect(await tested.store.countResponses(tested.site.id)).toBe(1);
  const answers = [];
  for (const respondent of [id.normalize('NFD'), id, 'nobody']) {
    const answer = await erase(`Bearer ${tested.secretKey}`, respondent);
    answers.push([answer.status, await answer.text()]);
  }
  expect(answers).toEqual([
    [204, ''],
    [204, ''],
    [204, ''],
  ]);
  expect(await tested.store.countResponses(tested.site.id)).toBe(0);
});

describe('who may', () => {
  test('nobody without a key, and a body is not even read', async () => {
    const response = await tested.app.request('/v1/site', {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([response.status, (await response.json()).code]).toEqual([401, 'unauthorized']);
  });

  test('reading wants the scope read, writing manage', async () => {
    const { secretKey } = await tested.store.addKey(tested.site.id, 'reader', ['read']);
    expect((await tested.get('/v1/site', { authorization: `Bearer ${secretKey}` })).status).toBe(200);
    const refused = await put('/v1/touchpoints/checkout', {}, secretKey);
    expect([refused.status, (await refused.json()).detail]).toEqual([403, expect.stringContaining('manage')]);
  });

  test.each([
    ['bad JSON', 'application/json', '{', 400, 'invalid_json'],
    ['no JSON type', 'text/plain', '{}', 415, 'unsupported_media_type'],
    ['an odd media type', 'application/json;', '{}', 415, 'unsupported_media_type'],
    ['too much', 'application/json', JSON.stringify({ note: 'x'.repeat(70_000) }), 413, 'body_too_large'],
    ['too deep', 'application/json', `${'['.repeat(9)}${']'.repeat(9)}`, 400, 'invalid_json'],
  ])('%s', async (_, type, body, status, code) => {
    const response = await tested.app.request('/v1/touchpoints/checkout', {
      method: 'PUT',
      body,
      headers: { 'content-type': type, authorization: `Bearer ${tested.secretKey}` },
    });
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});

describe('passes', () => {
  const pass = (given: object = {}) => ({
    site: tested.site.publicKey,
    touchpoint: 'passed',
    outcome: 'asked',
    ...given,
  });

  test('are counted', async () => {
    expect((await tested.post('/v1/passes', pass())).status).toBe(204);
    const suppressed = pass({ outcome: 'suppressed', reason: 'cooldown' });
    expect((await tested.post('/v1/passes', [suppressed, suppressed])).status).toBe(204);
    const { touchpoints } = await (await tested.get('/v1/scores')).json();
    expect(touchpoints).toContainEqual(
      expect.objectContaining({ touchpoint: 'passed', passed: 3, shown: 0, confirmed: false }),
    );
  });

  test('a backend names no site: its key does', async () => {
    const send = (body: object) => tested.post('/v1/passes', body, { authorization: `Bearer ${tested.secretKey}` });
    expect((await send({ touchpoint: 'passed', outcome: 'asked', reason: null })).status).toBe(204);
    expect((await send(pass())).status).toBe(422);
  });

  test.each([
    ['another reason', { outcome: 'suppressed', reason: 'mood' }],
    ['suppressed without a reason', { outcome: 'suppressed' }],
    ['an unknown field', { who: 1 }],
  ])('%s is refused', async (_, given) => {
    const response = await tested.post('/v1/passes', pass(given));
    expect([response.status, (await response.json()).code]).toEqual([422, 'invalid_response']);
  });
});

describe('what a browser may do with it from elsewhere', () => {
  test.each(['/', '/login', '/healthz', '/nowhere', '/v1/site', '/openapi.json'])(
    '%s is no page’s to read',
    async (path) => {
      const { headers } = await tested.app.request(path, { headers: { origin: 'https://shop.example' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).not.toBe('cross-origin');
    },
  );

  test('the widget’s files are everybody’s', async () => {
    const { status, headers } = await tested.app.request(`/s/${tested.site.publicKey}.js`);
    expect([status, headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual([
      200,
      '*',
      'cross-origin',
    ]);
  });
});

describe('a form that is none', () => {
  const submit = (body: string, type: string) =>
    tested.app.request('/login', {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    });

  test('is too large', async () => {
    expect((await submit('a'.repeat(200_000), 'application/x-www-form-urlencoded')).status).toBe(413);
  });

  test('is broken', async () => {
    expect((await submit('junk', 'multipart/form-data; boundary=x')).status).toBe(401);
  });
});

describe('what describes the routes', () => {
  test('says every trigger', async () => {
    const document = await (await tested.app.request('/openapi.json')).json();
    const { anyOf, oneOf } = document.components.schemas.TouchpointSettings.properties.triggers.items;
    const names = (oneOf ?? anyOf).map(
      ({ properties, required }: { properties: { on: { enum: string[] } }; required: string[] }) =>
        `${properties.on.enum} ${required.slice(1)}`,
    );
    expect(names).toEqual(['url match,value', 'purchase ', 'event name', 'visible selector', 'chat product']);
  });
});
