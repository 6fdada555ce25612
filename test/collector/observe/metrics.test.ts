import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metricsOf } from '../../support/metricsOf.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
});
afterAll(() => tested.remove());

const state = (given: object = {}) => ({
  site: tested.site.publicKey,
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
  ...given,
});

/** What somebody sends who signs in. */
const form = async ({ body, headers = {} }: { body: string; headers?: Record<string, string> }) =>
  tested.app.request('/login', {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

/** By how much each figure has grown, of those that have. */
async function growthBy(run: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await metricsOf(tested);
  await run();
  const after = await metricsOf(tested);
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => /_total|batch_size_(sum|count)/.test(name) && value !== (before[name] ?? 0))
      .map(([name, value]) => [name.replace('vivencia_', ''), value - (before[name] ?? 0)]),
  );
}

describe('what is counted', () => {
  test('deliveries by what became of them, in how many transactions', async () => {
    const given = state({ revision: 1 });
    const growth = await growthBy(() =>
      tested.post('/v1/responses', [
        given,
        given,
        { ...given, revision: 0 },
        { ...given, revision: 2, status: 'dismissed' },
        { ...given, revision: 2 },
        state({ touchpoint: 'Not A Key' }),
      ]),
    );
    expect(growth).toEqual({
      'deliveries_total{outcome="stored"}': 1,
      'deliveries_total{outcome="unchanged"}': 1,
      'deliveries_total{outcome="stale"}': 1,
      'deliveries_total{outcome="amended"}': 1,
      'deliveries_total{outcome="refused"}': 2,
      'refusals_total{code="revision_conflict"}': 1,
      'refusals_total{code="invalid_response"}': 1,
      commit_batch_size_sum: 5,
      commit_batch_size_count: 1,
    });
  });

  test('no transaction where nothing was committed', async () => {
    const other = await testApp();
    const given = () => state({ site: other.site.publicKey });
    expect((await other.post('/v1/responses', given())).status).toBe(200);
    await other.store.close();
    expect((await other.post('/v1/responses', given())).status).toBe(503);
    expect((await metricsOf(other)).vivencia_commit_batch_size_count).toBe(1);
    const refused = async () => (await metricsOf(other))['vivencia_refusals_total{code="store_unavailable"}'] ?? 0;
    const before = await refused();
    expect((await other.app.request('/', { headers: { cookie: 'vivencia=x; __Host-vivencia=x' } })).status).toBe(503);
    expect(await refused()).toBe(before + 1);
    await other.remove();
  });

  const refusals: [name: string, growth: object, run: () => Promise<unknown>][] = [
    [
      'a state that is not valid',
      { 'deliveries_total{outcome="refused"}': 1, 'refusals_total{code="invalid_response"}': 1 },
      () => tested.post('/v1/responses', state({ status: 'seen' })),
    ],
    ['no JSON', { 'refusals_total{code="invalid_json"}': 1 }, () => tested.post('/v1/responses', '{')],
    ['no address of ours', { 'refusals_total{code="not_found"}': 1 }, () => tested.get('/wp-login.php')],
    ['a query', { 'refusals_total{code="invalid_query"}': 1 }, () => tested.get('/v1/scores?from=yesterday')],
    [
      'a form that is too large',
      { 'refusals_total{code="body_too_large"}': 1 },
      () => form({ body: 'x'.repeat(70_000) }),
    ],
    [
      'a form that is not from our own page',
      { 'refusals_total{code="origin_not_allowed"}': 1 },
      () => form({ body: 'token=x', headers: { 'sec-fetch-site': 'cross-site' } }),
    ],
    [
      'signing in, too often in vain',
      { 'refusals_total{code="too_many_requests"}': 1 },
      async () => {
        let answer = await form({ body: 'token=x' });
        for (let tries = 0; tries < 100 && answer.status !== 429; tries++) answer = await form({ body: 'token=x' });
      },
    ],
    [
      'passes, by why nobody was asked',
      { 'passes_total{reason="asked"}': 1, 'passes_total{reason="cooldown"}': 2 },
      () => {
        const pass = { site: tested.site.publicKey, touchpoint: 'checkout', outcome: 'suppressed', reason: 'cooldown' };
        return tested.post('/v1/passes', [pass, pass, { ...pass, outcome: 'asked', reason: null }]);
      },
    ],
  ];
  test.each(refusals)('%s', async (_, growth, run) => {
    expect(await growthBy(run)).toEqual(growth);
  });

  test('requests, by the pattern of their route, however many paths are tried', async () => {
    for (let n = 0; n < 50; n++) {
      await tested.app.request(`/nothing-${n}`);
      await tested.app.request(`/s/pk_${String(n).padStart(32, '0')}.js`);
      await tested.app.request(`/v1/touchpoints/key-${n}`);
    }
    const counts = Object.entries(await metricsOf(tested)).filter(([name]) => name.includes('duration_seconds_count'));
    expect(counts.filter(([, count]) => count >= 50).map(([name]) => name)).toEqual([
      'vivencia_request_duration_seconds_count{route="/*",status="4xx"}',
      'vivencia_request_duration_seconds_count{route="/s/:file",status="4xx"}',
      'vivencia_request_duration_seconds_count{route="/v1/touchpoints/:key",status="4xx"}',
    ]);
    expect(counts.length).toBeLessThan(12);
  });

  test('nothing that would tell of anybody', async () => {
    const text = await (await tested.app.request('/metrics')).text();
    for (const word of ['pk_', 'sk_', 'Shop', 'shop.example', 'checkout', 'key-']) {
      expect(text).not.toMatch(new RegExp(`\\b${word}`));
    }
    expect(text).toContain('vivencia_queue_length 0');
    expect(text).toContain('vivencia_store_ready 1');
  });
});

describe('whoever asks', () => {
  test('must say the token where there is one', async () => {
    const closed = await testApp({}, { metricsToken: 'a-token-of-mine' });
    const ask = async (authorization?: string) =>
      (await closed.app.request('/metrics', { headers: authorization ? { authorization } : {} })).status;
    expect(await ask()).toBe(401);
    expect(await ask('Bearer a-token-of-mind')).toBe(401);
    expect(await ask('Basic a-token-of-mine')).toBe(401);
    expect(await ask(`Bearer ${closed.secretKey}`)).toBe(401);
    expect(await ask('Bearer a-token-of-mine')).toBe(200);
    await closed.remove();
  });

  test('gets text that Prometheus reads', async () => {
    const response = await tested.app.request('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});

describe('whether it is ready', () => {
  test('it is where the store is', async () => {
    const response = await tested.app.request('/readyz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('else it says why not, and lives', async () => {
    const { store } = tested;
    const waiting = await testApp({}, { store: { ...store, readiness: async () => 'The file is being checked.' } });
    const response = await waiting.app.request('/readyz');
    expect([response.status, response.headers.get('retry-after'), response.headers.get('content-type')]).toEqual([
      503,
      '2',
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({ code: 'store_unavailable', detail: 'The file is being checked.' });
    expect((await waiting.app.request('/healthz')).status).toBe(200);
    expect((await metricsOf(waiting)).vivencia_store_ready).toBe(0);
    await waiting.remove();
  });
});
