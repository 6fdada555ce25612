import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp({ gapMinutes: 30, dailyCap: 2 });
  await tested.store.putTouchpoint(tested.site.id, 'checkout', {
    ...defaultSettings('checkout'),
    title: 'The till',
    owner: 'Ann',
    note: 'Ask Ann first',
    stage: 'during',
    triggers: [{ on: 'purchase' }],
    sampling: 0.5,
    reasons: [{ key: 'price', label: { en: 'Price' } }],
  });
  await tested.store.putTouchpoint(tested.site.id, 'returns', defaultSettings('returns'));
});
afterEach(() => tested.remove());

const json = (headers: Record<string, string> = {}) =>
  tested.app.request(`/s/${tested.site.publicKey}.json`, { headers });

describe('a site’s settings as JSON', () => {
  test('are what the script tag carries, and no more', async () => {
    const response = await json();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      site: tested.site.publicKey,
      collector: 'https://collector.example',
      ask: readBuiltWidget().ask,
      gapMinutes: 30,
      dailyCap: 2,
      touchpoints: {
        checkout: { version: 1, triggers: [{ on: 'purchase' }], sampling: 0.5, prompt: true },
        returns: { version: 1 },
      },
    });
    const script = await (await tested.app.request(`/s/${tested.site.publicKey}.js`)).text();
    expect(script).toContain(text.slice(0, -1));
  });

  test('say nothing that is not for everybody', async () => {
    await tested.post('/v1/responses', {
      id: '0190a6f0-5c2e-7000-8000-000000000001',
      revision: 0,
      site: tested.site.publicKey,
      touchpoint: 'merely-heard',
      status: 'shown',
    });
    expect((await tested.store.listTouchpoints(tested.site.id)).map(({ key }) => key)).toContain('merely-heard');
    for (const address of ['json', 'js']) {
      const text = await (await tested.app.request(`/s/${tested.site.publicKey}.${address}`)).text();
      for (const secret of [tested.secretKey, 'sk_', 'merely-heard', 'The till', 'Ann', 'shop.example', 'Price'])
        expect(text).not.toContain(secret);
    }
  });

  test.each([
    ['of a site that is none', `/s/pk_${'0'.repeat(32)}.json`, 401, 'unknown_site'],
    ['of a key that cannot be one', '/s/pk_test.json', 401, 'unknown_site'],
    ['of another kind', `/s/pk_${'0'.repeat(32)}.xml`, 404, 'not_found'],
  ])('%s are refused, and any page may read why', async (_, address, status, code) => {
    const response = await tested.app.request(address, { headers: { origin: 'https://shop.example' } });
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe.each(['js', 'json'])('a browser keeps /s/pk_….%s for a minute', (type) => {
  const get = (headers: Record<string, string> = {}) =>
    tested.app.request(`/s/${tested.site.publicKey}.${type}`, { headers });
  const everybodys = (response: Response) => [
    response.headers.get('access-control-allow-origin'),
    response.headers.get('cross-origin-resource-policy'),
    response.headers.get('cache-control'),
  ];

  test('and is told when nothing has changed', async () => {
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    expect(everybodys(first)).toEqual(['*', 'cross-origin', 'public, max-age=60']);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get({ 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(everybodys(again)).toEqual(['*', 'cross-origin', 'public, max-age=60']);
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('and gets it anew once a touchpoint is asked about differently', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    await tested.store.putTouchpoint(tested.site.id, 'returns', { ...defaultSettings('returns'), sampling: 0.1 });
    const changed = await get({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('"sampling":0.1');
  });
});

describe('the files that never change', () => {
  const asset = (file: string) => tested.app.request(`/assets/${file}`);

  test('are everybody’s, for a year', async () => {
    const response = await asset(readBuiltWidget().ask);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test.each(['manifest.json', 'index.js', '..%2Fpackage.json', 'ask.js'])('%s is none of them', async (file) => {
    expect((await asset(file)).status).toBe(404);
  });
});

describe('what a touchpoint has settled about its prompt', () => {
  const fetched = async (address: string) => {
    const response = await tested.app.request(`/s/${tested.site.publicKey}/${address}`);
    return [response.status, response.headers.get('content-type'), await response.json()] as const;
  };

  test('is JSON for everybody, also of a version that is no more', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', { ...defaultSettings('checkout'), evaluation: 'nps' });
    const [first, second] = [await fetched('checkout.json?v=1'), await fetched('checkout.json?v=2')];
    expect(first.slice(0, 2)).toEqual([200, 'application/json']);
    expect(first[2]).toMatchObject({ evaluation: null, reasons: [{ key: 'price' }] });
    expect(second[2]).toMatchObject({ evaluation: 'nps', reasons: [] });
    expect(JSON.stringify(first[2])).not.toContain('Ann');
  });

  test.each(['checkout.json', 'checkout.json?v=9', 'nothing.json?v=1', 'checkout.json?v=x'])(
    'is not there: %s',
    async (address) => {
      expect((await fetched(address))[0]).toBe(404);
    },
  );
});

test('the loader without settings and the watchers are no files of their own', async () => {
  const { loader, triggers, files } = readBuiltWidget();
  const served = [...files.values()];
  expect(served.filter((code) => code.includes(loader.before))).toEqual([]);
  expect([...triggers.values()].filter((code) => served.includes(code))).toEqual([]);
});

test.each(['pk_.js', '.js', 'pk_0.json', 'sk_0.js', 'a.b.js', '%00.json'])(
  'a key that cannot be one is unknown: %s',
  async (file) => {
    const response = await tested.app.request(`/s/${file}`);
    expect([response.status, (await response.json()).code]).toEqual([401, 'unknown_site']);
  },
);
