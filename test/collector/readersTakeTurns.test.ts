import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noon } from '../support/delivery.ts';
import { type TestApp, testApp } from '../support/testApp.ts';

let tested: TestApp;
let cookie: string;
beforeAll(async () => {
  tested = await testApp();
  const { token } = await tested.store.addAccess(tested.site.id, 'Ada', 'viewer');
  cookie = `__Host-vivencia=${(await tested.store.openSession(token, noon))?.session}`;
  await tested.store.putTouchpoint(tested.site.id, 'checkout', defaultSettings('Checkout'));
});
afterAll(() => tested.remove());

const page = async (path: string) => tested.app.request(path, { headers: { cookie } });

const readers: [name: string, path: string, ask: (path: string) => Promise<Response>][] = [
  ['backends', '/v1/scores?compare=before', async (path) => tested.get(path)],
  ['who looks responses up', '/v1/responses?respondent=c-77', async (path) => tested.get(path)],
  ['people', '/touchpoints/checkout', page],
];

describe('however much one kind of reader asks for', () => {
  it.each(readers)('%s keep nobody else from reading, nor a delivery from being kept', async (_, path, ask) => {
    const many = Array.from({ length: 100 }, async () => ask(path));
    const others = readers.filter(([, its]) => its !== path).map(([, its, askIt]) => askIt(its));
    const { site } = tested;
    const shown = { site: site.publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
    const kept = tested.post('/v1/responses', shown);
    expect((await Promise.all([...others, kept])).map(({ status }) => status)).toEqual([200, 200, 200]);

    const answers = await Promise.all(many);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(80);
    for (const { status, headers } of refused) expect([status, headers.get('retry-after')]).toEqual([503, '2']);
    // Whoever was let in left their place to others.
    expect((await ask(path)).status).toBe(200);
  });
});
