import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

const shop = 'https://shop.example';
const evil = 'https://evil.example';
const dayMs = 24 * 60 * 60 * 1000;

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp();
});
afterEach(() => tested.remove());

const state = (given = {}) => ({
  site: tested.site.publicKey,
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
  ...given,
});
const answered = (given = {}) => state({ status: 'answered', emotion: 'happy', strength: 3, ...given });
const load = (referer?: string) =>
  tested.app.request(`/s/${tested.site.publicKey}.js`, { headers: referer ? { referer } : {} });
const send = (body: unknown, origin?: string, headers = {}) =>
  tested.post('/v1/responses', body, { ...(origin ? { origin } : {}), ...headers });

async function sightings() {
  await tested.settings.watch.flush();
  const read = await tested.store.readSightings(tested.site.id);
  return read.map(({ origin, kind }) => `${kind} ${origin}`).sort();
}

async function refusals(fromDay = 0, toDay = 1e6) {
  await tested.settings.watch.flush();
  const read = await tested.store.readRefusals({ site: tested.site.id, fromDay, toDay });
  return Object.fromEntries(read.map(({ reason, count }) => [reason, count]));
}

describe('where a site is heard from', () => {
  test.each([
    ['a page that loads the script', () => load(`${shop}/cart?a=1`), [`loader ${shop}`]],
    ['one whose origin may not deliver', () => load(`${evil}/cart?secret`), [`refused ${evil}`]],
    ['one that tells nobody', () => load(), []],
    ['one that tells nonsense', () => load('android-app://com.shop'), []],
    ['a prompt that shows', () => send(state(), shop), [`prompt ${shop}`]],
    ['an answer', () => send([state(), answered()], shop), [`answer ${shop}`]],
    ['an answer that may not be delivered', () => send(answered(), evil), [`refused ${evil}`]],
    ['one from nowhere', () => send(answered(), 'null'), ['refused null']],
    ['a made-up wildcard', () => send(answered(), 'https://*.example'), []],
    ['a made-up long one', () => send(answered(), `https://${'a'.repeat(5_000)}.example`), []],
    ['a backend', () => send(answered(), undefined), []],
    ['a robot', () => send(answered(), shop, { 'user-agent': 'Googlebot/2.1' }), []],
    [
      'a page that passed a touchpoint',
      () =>
        tested.post(
          '/v1/passes',
          { site: tested.site.publicKey, touchpoint: 'checkout', outcome: 'asked' },
          { origin: shop },
        ),
      [`prompt ${shop}`],
    ],
  ])('%s', async (_, act, seen) => {
    await act();
    expect(await sightings()).toEqual(seen);
  });

  test('the latest of each is told, and no more than 50 origins of a kind are kept', async () => {
    for (let batch = 0; batch < 3; batch++) {
      tested.clock.now += 1_000;
      for (let n = 0; n < 30; n++) await load(`https://x${batch * 30 + n}.example/`);
      await load(shop);
      await tested.settings.watch.flush();
    }
    const read = await tested.store.readSightings(tested.site.id);
    expect(read.filter(({ kind }) => kind === 'refused')).toHaveLength(50);
    // What is refused pushes out nothing that is allowed.
    expect(read.filter(({ kind }) => kind === 'loader')).toEqual([
      { origin: shop, kind: 'loader', lastAt: tested.clock.now },
    ]);
  });

  test('what is too old is forgotten', async () => {
    await load(shop);
    await send(answered(), evil);
    await sightings();
    await tested.store.forgetNotes(tested.clock.now + 89 * dayMs);
    expect(await refusals()).toEqual({ origin_not_allowed: 1 });
    await tested.store.forgetNotes(tested.clock.now + 92 * dayMs);
    expect(await refusals()).toEqual({});
    expect(await sightings()).toHaveLength(2);
    await tested.store.forgetNotes(tested.clock.now + 401 * dayMs);
    expect(await sightings()).toEqual([]);
  });
});

describe('what is refused of a site', () => {
  test('is counted by reason and by local day', async () => {
    const id = randomUUID();
    await send(answered(), evil);
    await send(state({ status: 'answered' }), shop);
    await send([answered({ id }), state({ emotion: 'happy' })], shop);
    await send(answered({ id, emotion: 'angry' }), shop);
    await send(answered(), shop, { 'user-agent': 'Googlebot/2.1' });
    const day = Math.floor(tested.clock.now / dayMs);
    const found = { origin_not_allowed: 1, invalid_response: 2, revision_conflict: 1, bot: 1 };
    expect(await refusals(day, day)).toEqual(found);
    expect(await refusals(day + 1, day + 9)).toEqual({});
    tested.clock.now += dayMs;
    await send(answered(), evil);
    expect(await refusals()).toEqual({ ...found, origin_not_allowed: 2 });
  });

  test('what comes too fast', async () => {
    await tested.remove();
    tested = await testApp({}, { rateSite: 1 });
    await send(answered(), shop);
    await send(answered(), shop);
    expect(await refusals()).toEqual({ too_many_requests: 1 });
  });

  test('a site that is removed meanwhile leaves nothing', async () => {
    await load(shop);
    await tested.store.removeSite(tested.site.id);
    await tested.settings.watch.flush();
    expect(await tested.store.readSightings(tested.site.id)).toEqual([]);
  });
});

test('a store that cannot write keeps nobody waiting', async () => {
  const { SiteWatch } = await import('../../../packages/collector/src/observe/siteWatch.ts');
  const watch = new SiteWatch({ recordNotes: () => Promise.reject(new Error('full')) }, () => 0);
  watch.refused(1, 'bot');
  await expect(watch.flush()).resolves.toBeUndefined();
});
