import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TrustedProxies } from '../../packages/collector/src/http/clientAddress.ts';
import { type RunningServer, startServerWith } from '../support/runningServer.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { extent, isFull } from './extent.ts';
import { type HostileRequest, hostileRequest, type Route } from './hostileRequests.ts';
import { naughtyStrings } from './naughtyStrings.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const inputs = extent({ quick: 2_000, full: 1_000_000 });
const inputsOverHttp = extent({ quick: 300, full: 20_000 });
/** As many at once: what one leaves behind meets the others. */
const atOnce = 50;
const slowestMs = 1_000;
const seed = 20_261_122;

let tested: TestApp;
let site: TrustedSite;
let server: RunningServer;
beforeAll(async () => {
  tested = await testApp({}, { proxies: new TrustedProxies(['127.0.0.1']) });
  site = await trustedSite();
  server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'silent' }, site.folder);
});
afterAll(async () => {
  await tested.remove();
  await server.end('SIGTERM');
  site.remove();
});

/** Every route of the app, as its pattern says. */
const routes = (): Route[] => tested.app.routes.filter(({ method }) => method !== 'ALL');

/** Sends many at once, and notes how often each status came. */
async function storm(
  requests: HostileRequest[],
  send: (path: string, init: RequestInit) => Promise<Response>,
  statuses: Map<number, number>,
): Promise<void> {
  await Promise.all(
    requests.map(async ({ method, path, headers, body }) => {
      const answer = await send(path, { method, headers, body: body as BodyInit | null, redirect: 'manual' });
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      // Shed by a busy machine: that is no input's doing.
      const isShed = answer.status === 503 && answer.headers.has('retry-after') && text.includes('Too much comes');
      if (answer.status >= 500 && !isShed) throw new Error(`${answer.status}: ${text.slice(0, 200)}`);
    }),
  );
}

async function stormOf(
  count: number,
  known: { publicKey: string; secretKey: string },
  send: (path: string, init: RequestInit) => Promise<Response>,
): Promise<string> {
  const statuses = new Map<number, number>();
  const requests = fc.array(hostileRequest(routes(), known), { minLength: atOnce, maxLength: atOnce });
  let slowest = 0;
  const msOf = async (batch: HostileRequest[]) => {
    const begun = performance.now();
    await storm(batch, send, statuses);
    return performance.now() - begun;
  };
  const run = async (batch: HostileRequest[]) => {
    const together = await msOf(batch);
    // What they take together bounds what each takes; where that is too much, each is tried by itself.
    if (together < slowestMs) slowest = Math.max(slowest, together);
    else for (const request of batch) slowest = Math.max(slowest, await msOf([request]));
  };
  const property = fc.asyncProperty(requests, run);
  await fc.assert(property, { numRuns: Math.ceil(count / atOnce), seed, endOnFailure: !isFull });
  if (isFull) expect(slowest).toBeLessThan(slowestMs);
  const sorted = Object.fromEntries([...statuses].sort(([a], [b]) => a - b));
  return `${count} inputs, ${JSON.stringify(sorted)}, none slower than ${slowest.toFixed(0)} ms`;
}

describe('no input makes a 5xx', () => {
  test(`${inputs} hostile requests to every route`, { timeout: inputs * 10 + 60_000 }, async () => {
    const { app, site: own, secretKey } = tested;
    expect(routes().length).toBeGreaterThan(20);
    const send = async (path: string, init: RequestInit) => app.request(path, init);
    console.log(`fuzz: ${await stormOf(inputs, { publicKey: own.publicKey, secretKey }, send)}`);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test(`${inputsOverHttp} over HTTP`, { timeout: inputsOverHttp * 20 + 60_000 }, async () => {
    const send = (path: string, init: RequestInit) => fetch(server.url + path, init);
    console.log(`fuzz over HTTP: ${await stormOf(inputsOverHttp, site, send)}`);
    expect(server.logged()).toBe('');
  });

  const methodsWithBody = () => routes().filter(({ method }) => !/^(GET|HEAD|DELETE|OPTIONS)$/.test(method));
  const bodyTo = async ({ method, path }: Route, body: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tested.secretKey}` };
    return (await tested.app.request(path.replace(/:\w+/, 'checkout'), { method, headers, body })).status;
  };

  test.each([1, 2, 3, 4, 5, 6])('JSON 10^%i deep, open or closed', async (power) => {
    const depth = 10 ** power;
    for (const route of methodsWithBody()) {
      for (const [opens, closes] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const) {
        for (const body of [opens.repeat(depth), `${opens.repeat(depth)}1${closes.repeat(depth)}`]) {
          const status = await bodyTo(route, body);
          expect([status >= 400, status < 500]).toEqual([true, true]);
        }
      }
    }
  });

  test('naughty strings in every place of a response', async () => {
    const response = {
      site: tested.site.publicKey,
      ...{
        id: crypto.randomUUID(),
        revision: 0,
        touchpoint: 'checkout',
        status: 'answered',
        emotion: 'happy',
        strength: 3,
      },
      ...{ comment: 'x', interaction: 'x', respondent: 'x', locale: 'en', channel: 'web', invitation: 'x' },
    };
    for (const text of naughtyStrings) {
      const said = [...Object.keys(response), text].map((name) => ({
        ...response,
        id: crypto.randomUUID(),
        [name]: text,
      }));
      const places = [
        { segment: { [text]: 'x' } },
        { segment: { plan: text } },
        { reasons: [text] },
        { evaluation: text },
      ];
      const states = [...said, ...places.map((place) => ({ ...response, ...place, id: crypto.randomUUID() }))];
      const answers = await Promise.all(states.map((state) => tested.post('/v1/responses', state)));
      expect(
        answers.filter(({ status }) => status >= 500),
        JSON.stringify(text),
      ).toEqual([]);
    }
    expect((await tested.get('/v1/scores')).status).toBe(200);
  });
});
