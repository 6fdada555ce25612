import { randomUUID } from 'node:crypto';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppSettings, createApp } from '../../../packages/collector/src/app.ts';
import { EventLoopLag } from '../../../packages/collector/src/observe/eventLoopLag.ts';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import type { Delivery } from '../../../packages/collector/src/store/delivery.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { metricsOf } from '../../support/metricsOf.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

const path = '/v1/responses';
const crawler = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };

let tested: TestApp;
const start = async (settings: Partial<AppSettings> = {}) => {
  tested = await testApp({}, settings);
};
afterEach(() => tested.remove());

const state = (given: object = {}) => ({
  site: tested.site.publicKey,
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
  ...given,
});
const states = (count: number, given: object = {}) => Array.from({ length: count }, () => state(given));
const statusOf = async (body: unknown, headers?: Record<string, string>) =>
  (await tested.post(path, body, headers)).status;
const drops = async (reason: string) => (await metricsOf(tested))[`vivencia_drops_total{reason="${reason}"}`];
const declare = (key: string) =>
  tested.store.putTouchpoint(tested.site.id, key, defaultSettings(key) as TouchpointSettings);

describe('a touchpoint has a ceiling of its own', () => {
  test('so that a stuffed one leaves the others their share', async () => {
    await start({ rateSite: 100, rateTouchpoint: 50 });
    await declare('checkout');
    await declare('returns');
    expect(await statusOf(states(50))).toBe(200);
    const refused = await tested.post(path, states(10));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '12']);
    expect(await statusOf(states(50, { touchpoint: 'returns' }))).toBe(200);
    expect(await drops('rate_touchpoint')).toBe(1);
    tested.clock.now += 12_000;
    expect(await statusOf(states(10))).toBe(200);
  });

  test('and all names that are none share one, however many there are', async () => {
    await start({ rateTouchpoint: 60 });
    await declare('checkout');
    const unknown = (n: number) => state({ touchpoint: `unheard-${n}` });
    expect(await statusOf(Array.from({ length: 50 }, (_, n) => unknown(n)))).toBe(200);
    // Past the cap of 50 unconfirmed ones, names stay unknown for good.
    tested.clock.now += 60_000;
    const outcomes = [];
    for (let n = 1_000; n < 1_070; n++) outcomes.push(await statusOf(unknown(n)));
    expect(outcomes.filter((status) => status === 200).length).toBe(60);
    expect(await statusOf(state())).toBe(200);
    expect(await statusOf(unknown(7))).toBe(200);
  });

  test('which a backend with its key does not have', async () => {
    await start({ rateTouchpoint: 1 });
    const { site: _, ...given } = state();
    const authorization = { authorization: `Bearer ${tested.secretKey}` };
    for (let n = 0; n < 5; n++) expect(await statusOf({ ...given, id: randomUUID() }, authorization)).toBe(200);
  });

  test('whatever stands there as its name', async () => {
    await start({ rateTouchpoint: 10 });
    for (const touchpoint of [null, 5, {}, [], '__proto__', 'constructor', 'Not A Key', undefined]) {
      expect(await statusOf(state({ touchpoint }))).toBe(touchpoint === 'constructor' ? 200 : 422);
    }
  });
});

describe('a delivery is taken as a whole or not at all', () => {
  test('what the site refuses costs the prefix nothing', async () => {
    await start({ ratePrefix: 60, rateSite: 20 });
    expect(await statusOf(states(20))).toBe(200);
    for (let n = 0; n < 10; n++) expect(await statusOf(states(20))).toBe(429);
    tested.clock.now += 20_000;
    // 60 − 20 + 20 of the prefix would be gone twice over.
    expect(await statusOf(states(6))).toBe(200);
    expect([await drops('rate_site'), await drops('rate_prefix')]).toEqual([10, 0]);
  });

  test('what the prefix refuses costs the site and the touchpoint nothing', async () => {
    await start({ ratePrefix: 10, rateSite: 30, rateTouchpoint: 20 });
    await declare('checkout');
    expect(await statusOf(states(10))).toBe(200);
    for (let n = 0; n < 5; n++) expect(await statusOf(states(10))).toBe(429);
    tested.clock.now += 60_000;
    expect(await statusOf(states(10))).toBe(200);
    expect([await drops('rate_prefix'), await drops('rate_site'), await drops('rate_touchpoint')]).toEqual([5, 0, 0]);
  });
});

describe('20,000 names that nobody declared', () => {
  test('leave a few rows and a few buckets', async () => {
    await start({ ratePrefix: 1e9, rateSite: 1e9, rateTouchpoint: 1e9 });
    for (let n = 0; n < 20_000; n += 50) {
      const names = Array.from({ length: 50 }, (_, place) => n + place);
      const delivered = names.map((name) =>
        state({ touchpoint: `name-${name}`, segment: { plan: `value-${name}`, [`segment-${name}`]: 'x' } }),
      );
      expect(await statusOf(delivered)).toBe(200);
    }
    const database = new Database(tested.file, { readonly: true });
    const count = (table: string) => (database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;
    expect(count('response')).toBe(20_000);
    expect(count('touchpoint')).toBe(51);
    expect(count('touchpoint_version')).toBe(51);
    // 200 values of `plan` and its overflow, seven more names, and the overflow of names.
    expect(count('segment')).toBe(209);
    database.close();
    const metrics = await metricsOf(tested);
    const buckets = (limit: string) => metrics[`vivencia_rate_buckets{limit="${limit}"}`] ?? 0;
    expect([buckets('prefix'), buckets('site')]).toEqual([1, 1]);
    expect(buckets('touchpoint')).toBeLessThanOrEqual(51);
  }, 120_000);
});

describe('a crawler that says so', () => {
  test('is answered like everybody, and what it says waits for a release', async () => {
    await start();
    const handed: Delivery[] = [];
    const recordStates: Store['recordStates'] = (deliveries) => {
      handed.push(...deliveries);
      return tested.store.recordStates(deliveries);
    };
    const store = { ...tested.store, recordStates };
    const app = createApp({ ...tested.settings, metrics: new Metrics(), store });
    const send = (body: object, headers: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'text/plain', ...headers },
      });
    expect((await send(state(), crawler)).status).toBe(200);
    expect((await send(state(), { 'user-agent': 'curl/8.5.0' })).status).toBe(200);
    const { site: _, ...fromBackend } = state();
    const authorization = { authorization: `Bearer ${tested.secretKey}`, ...crawler };
    expect((await send(fromBackend, authorization)).status).toBe(200);
    expect(handed.map(({ quarantined }) => quarantined)).toEqual([true, false, false]);
  });

  test('passes nothing: nobody could release a count', async () => {
    await start();
    const pass = { site: tested.site.publicKey, touchpoint: 'checkout', outcome: 'asked' };
    expect((await tested.post('/v1/passes', pass, crawler)).status).toBe(204);
    expect(await drops('bot')).toBe(1);
    expect(await tested.store.listTouchpoints(tested.site.id)).toEqual([]);
    expect((await tested.post('/v1/passes', pass)).status).toBe(204);
    expect(await drops('bot')).toBe(1);
    expect((await tested.store.listTouchpoints(tested.site.id)).length).toBe(1);
  });
});

describe('what else is turned away is counted', () => {
  test('a page of another origin', async () => {
    await start();
    expect(await statusOf(state(), { origin: 'https://evil.example' })).toBe(403);
    expect(await drops('origin')).toBe(1);
  });

  test('as the store’s refusal', async () => {
    await start();
    const recordStates = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const failing = await testApp({}, { store: { ...tested.store, recordStates } });
    const response = await failing.post(path, state());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await metricsOf(failing))['vivencia_drops_total{reason="store"}']).toBe(1);
    await failing.remove();
  });

  test('as too much to do: half a mebibyte at a time, and whatever then fits', async () => {
    await start();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const recordStates: Store['recordStates'] = async (deliveries) => {
      await held;
      return tested.store.recordStates(deliveries);
    };
    const busy = createApp({ ...tested.settings, metrics: new Metrics(), store: { ...tested.store, recordStates } });
    const deliver = (bytes: number) => {
      const body = JSON.stringify(state());
      return busy.request(path, {
        method: 'POST',
        body: body.padEnd(bytes),
        headers: { 'content-type': 'text/plain' },
      });
    };
    const half = 32 * 1024;
    const taken = Array.from({ length: 15 }, () => deliver(half));
    const shed = await Promise.all([deliver(2 * half), deliver(half + 1)]);
    expect(shed.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [503, '2'],
      [503, '2'],
    ]);
    const last = deliver(half);
    const count = () => metricsOf({ app: busy });
    await expect.poll(count).toMatchObject({
      'vivencia_drops_total{reason="intake_full"}': 2,
      vivencia_intake_bytes: 16 * half,
    });
    letGo();
    expect((await Promise.all([...taken, last])).every(({ status }) => status === 200)).toBe(true);
    expect((await count()).vivencia_intake_bytes).toBe(0);
    expect((await deliver(2 * half)).status).toBe(200);
  });

  test('as too many bodies on their way: 2,048 of the longest', async () => {
    await start();
    const endings: (() => void)[] = [];
    const headers = { 'content-type': 'text/plain', 'content-length': '65536' };
    const unfinished = () => new ReadableStream({ start: (body) => void endings.push(() => body.close()) });
    const begin = () =>
      tested.app.request(path, { method: 'POST', body: unfinished(), headers, duplex: 'half' } as RequestInit);
    const arriving = Array.from({ length: 2_048 }, begin);
    expect((await begin()).status).toBe(503);
    expect((await metricsOf(tested)).vivencia_intake_arriving_bytes).toBe(128 * 1024 * 1024);
    for (const end of endings) end();
    expect((await Promise.all(arriving)).every(({ status }) => status === 400)).toBe(true);
    expect((await tested.post(path, state())).status).toBe(200);
  });

  test('a body in more than 1,024 pieces', async () => {
    await start();
    const inPieces = (pieces: number) => {
      const body = new ReadableStream({
        pull(controller) {
          if (pieces-- === 0) controller.close();
          else controller.enqueue(new Uint8Array([32]));
        },
      });
      const headers = { 'content-type': 'text/plain' };
      return tested.app.request(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
    };
    expect((await inPieces(1_024)).status).toBe(400);
    expect((await inPieces(1_025)).status).toBe(413);
  });

  test('what is refused gives its room back', async () => {
    await start();
    const nonsense = () => tested.post(path, ' '.repeat(60_000));
    for (let times = 0; times < 10; times++) expect((await nonsense()).status).toBe(400);
    expect((await metricsOf(tested)).vivencia_intake_bytes).toBe(0);
    expect((await tested.post(path, state())).status).toBe(200);
  });
});

describe('while the event loop is too late', () => {
  const block = () => {
    const until = performance.now() + 400;
    while (performance.now() < until);
  };
  let lag: EventLoopLag;
  beforeEach(async () => {
    lag = new EventLoopLag();
    await start({ isOverloaded: lag.isTooLong });
    await expect.poll(lag.isTooLong).toBe(false);
  });
  afterEach(() => lag.stop());

  test('deliveries are shed before their body is read, and taken again afterwards', async () => {
    const unread = new ReadableStream(
      {
        pull() {
          throw new Error('the body was read');
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'text/plain' };
    block();
    // The look that is due comes first, and late.
    await new Promise((resolve) => setTimeout(resolve));
    block();
    const request = { method: 'POST', body: unread, headers, duplex: 'half' } as RequestInit;
    const shed = await tested.app.request(path, request);
    expect([shed.status, shed.headers.get('retry-after'), (await shed.json()).code]).toEqual([
      503,
      '2',
      'store_unavailable',
    ]);
    expect(shed.headers.get('access-control-allow-origin')).toBe('*');
    expect((await tested.app.request('/healthz')).status).toBe(200);
    expect(await drops('overloaded')).toBe(1);
    await expect.poll(() => statusOf(state())).toBe(200);
  });

  test('backends’ reads are shed too, before anything is looked up for them', async () => {
    await start({ isOverloaded: () => true });
    const shed = await tested.get('/v1/scores');
    expect([shed.status, shed.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await tested.app.request('/healthz')).status).toBe(200);
  });

  test('but one pause sheds nothing', async () => {
    block();
    expect(await statusOf(state())).toBe(200);
    expect(await drops('overloaded')).toBe(0);
  });
});
