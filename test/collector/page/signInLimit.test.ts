import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../packages/collector/src/app.ts';
import { TrustedProxies } from '../../../packages/collector/src/http/clientAddress.ts';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

/** In the form of a token, and none. */
const unknown = `at_${'w'.repeat(43)}`;

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp({}, { proxies: new TrustedProxies(['127.0.0.1']) });
});
afterEach(() => tested.remove());

const from = (address: string) => ({ incoming: { socket: { remoteAddress: '127.0.0.1' } }, address });
const open = async (token: string, address = '203.0.113.7', headers = {}) =>
  tested.app.request(`/login?token=${token}`, { headers: { 'x-forwarded-for': address, ...headers } }, from(address));
const newToken = async () => (await tested.store.addAccess(tested.site.id, 'Ada', 'viewer')).token;
const failing = async (times: number, address = (n: number) => `203.0.113.${n % 250}`) => {
  const statuses = new Map<number, number>();
  for (let n = 0; n < times; n++) {
    const { status } = await open(unknown, address(n));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return Object.fromEntries(statuses);
};

describe('failed sign-ins', () => {
  it('are twenty a minute of one network; then they wait, and others do not', async () => {
    expect(await failing(30)).toEqual({ 401: 20, 429: 10 });
    const refused = await open(unknown, '203.0.113.250');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await refused.text()).toContain('Try again in 3 seconds.');
    expect((await open(unknown, '198.51.100.1')).status).toBe(401);
    tested.clock.now += 3_000;
    expect((await open(unknown)).status).toBe(401);
  });

  it('of neighbours keep nobody out who has a good link', async () => {
    await failing(30);
    expect((await open(await newToken(), '203.0.113.250')).status).toBe(303);
  });

  it('are so many a minute of all, and keep nobody out either', async () => {
    const everywhere = (n: number) => `10.${n >> 8}.${n & 255}.1`;
    expect(await failing(1_210, everywhere)).toEqual({ 401: 1_200, 429: 10 });
    expect((await open(await newToken(), '198.51.100.1')).status).toBe(303);
  });

  it('are not looked up where they have not the form of a token', async () => {
    const looked: string[] = [];
    const { openSession } = tested.store;
    const store = {
      ...tested.store,
      openSession: (token: string, now: number) => looked.push(token) && openSession(token, now),
    };
    const app = createApp({ ...tested.settings, metrics: new Metrics(), store: store as Store });
    for (const token of ['x', 'at_x', `${unknown}x`, `sk${unknown.slice(2)}`, unknown]) {
      expect((await app.request(`/login?token=${token}`, {}, from('203.0.113.7'))).status).toBe(401);
    }
    expect(looked).toEqual([unknown]);
  });

  it('cost nobody anything who signs in', async () => {
    for (let n = 0; n < 40; n++) expect((await open(await newToken())).status).toBe(303);
  });

  it('are none where somebody opens their own used link again', async () => {
    const token = await newToken();
    const cookie = (await open(token)).headers.get('set-cookie')?.split(';')[0] ?? '';
    for (let n = 0; n < 40; n++) expect((await open(token, '203.0.113.7', { cookie })).status).toBe(303);
  });

  it.each([
    ['es', 'Prueba otra vez dentro de 3 segundos.'],
    ['ca', 'Torna-ho a provar d’aquí a 3 segons.'],
  ])('wait in %s too', async (language, said) => {
    await failing(20);
    expect(await (await open('x', '203.0.113.1', { 'accept-language': language })).text()).toContain(said);
  });
});

describe('a link that is used or unknown', () => {
  it.each([
    ['en', 'Ask an editor of yours for a new one', 'whoever runs the collector'],
    ['es', 'Pide otro a alguien con permiso de edición', 'quien lleva el servidor'],
    ['ca', 'Demana’n un altre a algú amb permís d’edició', 'qui porta el servidor'],
  ])('says in %s whom to ask, and for what', async (language, ...said) => {
    const page = await (await open('at_used', '203.0.113.7', { 'accept-language': language })).text();
    for (const text of [...said, 'vivencia access add NAME --role viewer']) expect(page).toContain(text);
  });
});
