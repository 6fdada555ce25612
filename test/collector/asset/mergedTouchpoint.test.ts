import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
});
afterAll(() => tested.remove());

test('a page that names what was merged asks as at the touchpoint that it is now, without what triggers that', async () => {
  const { app, store, site } = tested;
  const settings = async () => (await app.request(`/s/${site.publicKey}.json`)).json();
  await store.putTouchpoint(site.id, 'checkout', {
    ...defaultSettings('checkout'),
    triggers: [{ on: 'purchase' }],
    sampling: 0.5,
    position: 'center',
  });
  await store.recordStates(['chekout', 'heard', 'listened'].map((touchpoint) => delivery(site.id, { touchpoint })));
  expect(Object.keys((await settings()).touchpoints)).toEqual(['checkout']);

  await store.mergeTouchpoint(site.id, 'chekout', 'checkout');
  // What nobody declared carries nothing, however many names it has.
  await store.mergeTouchpoint(site.id, 'heard', 'listened');

  expect((await settings()).touchpoints).toEqual({
    checkout: { version: 1, triggers: [{ on: 'purchase' }], sampling: 0.5, prompt: true },
    chekout: { version: 1, sampling: 0.5, prompt: true },
  });
  const own = await app.request(`/s/${site.publicKey}/chekout.json?v=1`);
  expect(await own.json()).toMatchObject({ position: 'center' });
});
