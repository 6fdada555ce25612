import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Collector, type CollectorOptions, createCollector } from '../../../packages/collector/src/index.ts';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
const publicUrl = 'https://shop.example/feedback';
let site: string;
let collector: Collector;

beforeAll(async () => {
  const added = await vivencia(folder, 'site', 'add', 'Shop', '--origin', 'https://shop.example', '--json');
  site = JSON.parse(added.stdout).publicKey;
});
const start = async (options: Partial<CollectorOptions> = {}) => {
  collector = await createCollector({
    database: `${folder}/vivencia.db`,
    publicUrl,
    log: pino({ level: 'silent' }),
    ...options,
  });
};
afterEach(() => collector?.close());
afterAll(remove);

const delivery = () => ({
  method: 'POST',
  headers: { 'content-type': 'text/plain', origin: 'https://shop.example' },
  body: JSON.stringify({ site, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' }),
});

/** A busy machine may come so late to what is due that a delivery is shed: then it is made again. */
async function notShed(deliver: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await deliver();
    if (response.status !== 503 || tries === 20) return response;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Serves on a port for as long as `run` takes. */
async function served<T>(listener: RequestListener, run: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Each way that another server hands requests over, and what it does to their paths. */
const hosts: [name: string, (run: (address: string) => Promise<void>) => Promise<void>][] = [
  [
    'Hono, which cuts the path off',
    (run) => served(getRequestListener(new Hono().mount('/feedback', collector.fetch).fetch), run),
  ],
  [
    'Hono, which leaves the path',
    (run) => {
      const app = new Hono().all('/feedback/*', (c) => collector.fetch(c.req.raw, c.env));
      return served(getRequestListener(app.fetch), run);
    },
  ],
  [
    'a node server, which cuts the path off as Express does',
    (run) => {
      const answer = getRequestListener(collector.fetch, { overrideGlobalObjects: false });
      return served((request, response) => {
        request.url = request.url?.replace(/^\/feedback/, '') || '/';
        void answer(request, response);
      }, run);
    },
  ],
];

describe.each(hosts)('in %s', (_, host) => {
  test('it takes a delivery, gives the widget and the pages, and knows nothing of other paths', async () => {
    await start();
    await host(async (address) => {
      const delivered = await notShed(() => fetch(`${address}/feedback/v1/responses`, delivery()));
      expect([delivered.status, await delivered.json()]).toMatchObject([200, { outcome: 'stored' }]);
      const script = await (await fetch(`${address}/feedback/s/${site}.js`)).text();
      expect(script).toContain(`"${publicUrl}"`);
      expect((await fetch(`${address}/feedback/`, { redirect: 'manual' })).headers.get('location')).toBe(
        '/feedback/login',
      );
      expect((await fetch(`${address}/feedback/nothing`)).status).toBe(404);
    });
  });

  test('it limits a network by the address of the connection', async () => {
    await start({ ratePrefix: 2 });
    await host(async (address) => {
      const statuses = [];
      for (let n = 0; n < 3; n++) {
        statuses.push((await notShed(() => fetch(`${address}/feedback/v1/responses`, delivery()))).status);
      }
      expect(statuses).toEqual([200, 200, 429]);
    });
  });
});

/** As a route handler is called that gets a request with its whole address, and another kind of second argument. */
const handle = (path: string, init?: RequestInit) =>
  collector.fetch(new Request(`${publicUrl}${path}`, init), { params: {} });

const statusesOf = async (deliveries: RequestInit[]) => {
  const statuses = [];
  for (const each of deliveries) statuses.push((await notShed(() => handle('/v1/responses', each))).status);
  return statuses;
};

const from = (address: string): RequestInit => ({ ...delivery(), headers: { 'x-real-ip': address } });

describe('with a plain request', () => {
  test('a body that is longer than its length says is too large all the same', async () => {
    await start();
    const given = delivery();
    const headers = { ...given.headers, 'content-length': '200' };
    const response = await handle('/v1/responses', { ...given, headers, body: given.body.padEnd(65_537) });
    expect([response.status, (await response.json()).code]).toEqual([413, 'body_too_large']);
  });

  test('it takes a delivery, and gives the widget and the pages', async () => {
    await start();
    expect(await (await notShed(() => handle('/v1/responses', delivery()))).json()).toMatchObject({
      outcome: 'stored',
    });
    expect((await handle(`/s/${site}.js`)).headers.get('content-type')).toMatch('javascript');
    expect((await handle('/login')).status).toBe(200);
    expect((await handle('')).status).toBe(303);
  });

  test('where nobody says its address, the site alone is the limit', async () => {
    await start({ ratePrefix: 1, rateSite: 3, rateTouchpoint: 0 });
    expect(await statusesOf(Array.from({ length: 4 }, delivery))).toEqual([200, 200, 200, 429]);
  });

  test('where clientAddress says it, its network is; where that says nothing, the site', async () => {
    await start({ ratePrefix: 1, clientAddress: (request) => request.headers.get('x-real-ip') });
    const addresses = ['203.0.113.1', '203.0.113.2', '198.51.100.1', '', ''];
    expect(await statusesOf(addresses.map(from))).toEqual([200, 429, 200, 200, 200]);
  });

  test('a trusted proxy’s address gives way to the one before it', async () => {
    await start({ ratePrefix: 1, trustedProxies: ['10.0.0.0/8'], clientAddress: () => '10.0.0.1' });
    const by = (forwardedFor: string) => ({ ...delivery(), headers: { 'x-forwarded-for': forwardedFor } });
    expect(await statusesOf([by('203.0.113.1'), by('198.51.100.1'), by('203.0.113.9')])).toEqual([200, 200, 429]);
  });
});

describe('what it tells of itself', () => {
  const metricsOf = (authorization: string) => handle('/metrics', { headers: { authorization } });

  test('its metrics are for its host, and over HTTP for whoever has their token', async () => {
    await start();
    await notShed(() => handle('/v1/responses', delivery()));
    expect(await collector.metrics()).toContain('vivencia_deliveries_total{outcome="stored"} 1');
    expect((await metricsOf('Bearer undefined')).status).toBe(401);
    await collector.close();
    await start({ metricsToken: 'a-long-token' });
    expect((await metricsOf('Bearer a-long-token')).status).toBe(200);
  });

  test('it logs to the logger that it is given', async () => {
    const lines: string[] = [];
    await start({ log: pino({}, { write: (line) => void lines.push(line) }) });
    await handle('/login?token=secret');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ route: '/login', msg: 'request' }]);
    expect(lines.join('')).not.toContain('secret');
  });

  test('it is ready until it is closed; then deliveries are answered 503, and one file is left', async () => {
    await start();
    await expect.poll(() => collector.ready()).toEqual({ ready: true });
    expect((await notShed(() => handle('/v1/responses', delivery()))).status).toBe(200);
    await Promise.all([collector.close(), collector.close()]);
    expect(await collector.ready()).toEqual({ ready: false, reason: 'the store is closed' });
    expect((await handle('/v1/responses', delivery())).status).toBe(503);
    expect((await handle('/readyz')).status).toBe(503);
    expect(existsSync(`${folder}/vivencia.db-wal`)).toBe(false);
  });
});

describe('an option that cannot be used is refused by name', () => {
  test.each<[string, object | string]>([
    ['database', { database: undefined }],
    ['database', { database: '' }],
    ['database', { database: 'postgres://user:hunter2@db/vivencia' }],
    ['database', { database: folder }],
    ['publicUrl', { publicUrl: undefined }],
    ['publicUrl', { publicUrl: 'shop.example' }],
    ['ratePrefix', { ratePrefix: -1 }],
    ['ratePrefix', { ratePrefix: 0.5 }],
    ['rateSite', { rateSite: Number.NaN }],
    ['rateTouchpoint', { rateTouchpoint: '60' }],
    ['trustedProxies', { trustedProxies: '10.0.0.1' }],
    ['trustedProxies', { trustedProxies: ['everyone'] }],
    ['metricsToken', { metricsToken: 'short' }],
    ['logLevel', { logLevel: 'loud', log: undefined }],
    ['log', { log: console }],
    ['log or logLevel', { logLevel: 'info' }],
    ['clientAddress', { clientAddress: '203.0.113.1' }],
    ['databse', { databse: 'vivencia.db' }],
    ['options', 'vivencia.db'],
  ])('%s: %j', async (name, options) => {
    const given = typeof options === 'string' ? (options as Partial<CollectorOptions>) : options;
    const wrong = typeof given === 'string' ? createCollector(given) : start(given);
    await expect(wrong).rejects.toThrow(name);
    await expect(wrong).rejects.not.toThrow(/hunter2|VIVENCIA_/);
  });
});
