import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TrustedProxies } from '../../../packages/collector/src/http/clientAddress.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

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
    const { status } = await open('at_wrong', address(n));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return Object.fromEntries(statuses);
};

describe('failed sign-ins', () => {
  it('are twenty a minute of one network; then it waits, also with a good token, and others do not', async () => {
    expect(await failing(30)).toEqual({ 401: 20, 429: 10 });
    const token = await newToken();
    const refused = await open(token, '203.0.113.250');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3');
    expect(await refused.text()).toContain('Try again in 3 seconds.');
    expect((await open(await newToken(), '198.51.100.1')).status).toBe(303);
    tested.clock.now += 3_000;
    expect((await open(token)).status).toBe(303);
  });

  it('are so many a minute of all', async () => {
    const everywhere = (n: number) => `10.${n >> 8}.${n & 255}.1`;
    expect(await failing(1_210, everywhere)).toEqual({ 401: 1_200, 429: 10 });
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
