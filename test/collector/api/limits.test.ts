import { afterEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
afterEach(() => tested.remove());

const limitOf = ({ headers }: Response) => [headers.get('ratelimit-policy'), headers.get('ratelimit')];

test('a key has so many requests a minute, and each answer says what is left', async () => {
  tested = await testApp({}, { rateKey: 3 });
  expect(limitOf(await tested.get('/v1/site'))).toEqual(['"key";q=3;w=60', '"key";r=2;t=20']);
  expect(limitOf(await tested.get('/v1/touchpoints'))).toEqual(['"key";q=3;w=60', '"key";r=1;t=40']);
  // A refusal, too.
  expect(limitOf(await tested.get('/v1/scores?from=x'))).toEqual(['"key";q=3;w=60', '"key";r=0;t=60']);
  const refused = await tested.get('/v1/site');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
  expect(limitOf(refused)).toEqual(['"key";q=3;w=60', '"key";r=0;t=60']);
  expect((await refused.json()).code).toBe('too_many_requests');
  const { secretKey } = await tested.store.addKey(tested.site.id, 'another', ['read']);
  expect((await tested.get('/v1/site', { authorization: `Bearer ${secretKey}` })).status).toBe(200);
  tested.clock.now += 20_000;
  expect((await tested.get('/v1/site')).status).toBe(200);
});

test('a key is one key, however its header is written', async () => {
  tested = await testApp({}, { rateKey: 1 });
  const get = (authorization: string) => tested.get('/v1/site', { authorization });
  expect((await get(`Bearer ${tested.secretKey}`)).status).toBe(200);
  for (const way of ['bearer ', 'BEARER ', 'Bearer  ', 'Bearer         ']) {
    expect((await get(way + tested.secretKey)).status).toBe(429);
  }
});

test('who has no key takes nothing from those who have one', async () => {
  tested = await testApp({}, { rateKey: 1 });
  for (let i = 0; i < 3; i++) expect((await tested.app.request('/v1/site')).status).toBe(401);
  expect((await tested.get('/v1/site')).status).toBe(200);
});

test('a backend that delivers is told of the site’s limit, a page is not', async () => {
  tested = await testApp({}, { rateSite: 10 });
  const pass = { touchpoint: 'checkout', outcome: 'asked' };
  const authorization = `Bearer ${tested.secretKey}`;
  expect(limitOf(await tested.post('/v1/passes', pass, { authorization }))).toEqual([
    '"site";q=10;w=60',
    '"site";r=9;t=6',
  ]);
  expect(limitOf(await tested.post('/v1/passes', { ...pass, site: tested.site.publicKey }))).toEqual([null, null]);
  const many = Array.from({ length: 9 }, () => pass);
  const refused = await tested.post('/v1/passes', many, { authorization });
  expect([refused.status, ...limitOf(refused)]).toEqual([429, '"site";q=10;w=60', '"site";r=8;t=12']);
});

test.each(['/v1/scores', '/v1/touchpoints', '/v1/site', '/openapi.json'])(
  'what is known already is not sent again: %s',
  async (path) => {
    tested = await testApp();
    const first = await tested.get(path);
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control'), tag]).toEqual([
      200,
      path === '/openapi.json' ? 'no-cache' : 'private, no-cache',
      expect.stringMatching(/^(W\/)?".+"$/),
    ]);
    const again = await tested.get(path, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await tested.get(path, { 'if-none-match': '"another"' })).status).toBe(200);
  },
);

test('a change makes another tag', async () => {
  tested = await testApp();
  const tag = (await tested.get('/v1/site')).headers.get('etag') ?? '';
  await tested.store.putSite(tested.site.id, { ...tested.site, gapMinutes: 7 });
  tested.clock.now += 1_000;
  expect((await tested.get('/v1/site', { 'if-none-match': tag })).status).toBe(200);
});
