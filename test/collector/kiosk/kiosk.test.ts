import { createHash, randomUUID } from 'node:crypto';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
let path: string;
let id: number;

beforeEach(async () => {
  tested = await testApp();
  await tested.store.putTouchpoint(tested.site.id, 'store-visit', {
    ...defaultSettings('store-visit'),
    wording: { es: { question: '¿Cómo te vas de la tienda?' } },
  });
  ({ path, id } = await open());
});
afterEach(() => tested.remove());

const open = async (locale: string | null = null, touchpoint = 'store-visit') => {
  const added = await tested.store.addKiosk(tested.site.id, { name: 'Door', touchpoint, locale });
  return { path: `/k/${added?.token}`, id: added?.kiosk.id ?? 0 };
};
const state = (given: object = {}) => ({
  id: randomUUID(),
  revision: 0,
  touchpoint: 'store-visit',
  status: 'answered',
  emotion: 'angry',
  ...given,
});
const repeat = { touchpoint: 'store-visit', outcome: 'suppressed', reason: 'repeat' };
const manage = (method: string, below = '', body?: object) =>
  tested.app.request(`/v1/kiosks${below}`, {
    method,
    headers: { authorization: `Bearer ${tested.secretKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const responses = () => tested.store.readResponses(tested.site.id, null, 100);

describe('its page', () => {
  const page = async (headers: Record<string, string> = {}, at = path) => {
    const answer = await tested.app.request(at, { headers });
    const html = await answer.text();
    const told = /data-kiosk="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '{}';
    return { answer, html, told: JSON.parse(told) };
  };

  test('asks in the device’s language, in the touchpoint’s words where it has some', async () => {
    const { answer, html, told } = await page({ 'accept-language': 'es-ES,en;q=0.5' });
    expect(answer.status).toBe(200);
    expect(html).toContain('<html lang="es" dir="ltr">');
    expect(told).toMatchObject({ touchpoint: 'store-visit', version: 1, locale: 'es', strength: true });
    expect(told.words).toMatchObject({ question: '¿Cómo te vas de la tienda?', emotions: { angry: 'Enfado' } });
  });

  test('asks in the kiosk’s own language, whatever the device speaks', async () => {
    const { html, told } = await page({ 'accept-language': 'es' }, (await open('ar')).path);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(told.locale).toBe('ar');
  });

  test('lays faces out by valence', async () => {
    const settings = { ...defaultSettings('store-visit'), emotions: ['angry', 'indifferent', 'happy'] as const };
    await tested.store.putTouchpoint(tested.site.id, 'store-visit', settings);
    expect((await page()).told.emotions).toEqual(['happy', 'indifferent', 'angry']);
  });

  test('has no key of the site, and runs its one script and nothing else', async () => {
    const { answer, html } = await page();
    expect(html).not.toContain(tested.site.publicKey);
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '');
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}';`);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('shows what was written for it as text, whatever it looks like', async () => {
    const question = '</script><img src=x onerror=alert(1)>"\'&';
    const wording = { en: { question } };
    await tested.store.putTouchpoint(tested.site.id, 'store-visit', { ...defaultSettings('store-visit'), wording });
    const { html } = await page();
    expect(html).toContain('&lt;/script&gt;&lt;img');
    expect(html).not.toContain('<img');
  });

  test('says by its edition when anything of it has changed', async () => {
    const edition = async (headers = {}) => (await page(headers)).answer.headers.get('vivencia-kiosk');
    const first = await edition();
    expect(await edition()).toBe(first);
    await tested.store.putTouchpoint(tested.site.id, 'store-visit', {
      ...defaultSettings('store-visit'),
      strength: false,
    });
    expect(await edition()).not.toBe(first);
  });

  test('of a revoked kiosk is gone, and says so kindly', async () => {
    await manage('DELETE', `/${id}`);
    const { answer, html } = await page({ 'accept-language': 'ca' });
    expect([answer.status, answer.headers.get('vivencia-kiosk')]).toEqual([410, 'ended']);
    expect(html).toContain('<html lang="ca"');
    expect(html).toContain('Aquesta pantalla ja no pregunta res');
  });

  test('of a hidden touchpoint is gone, too', async () => {
    await tested.store.hideTouchpoint(tested.site.id, 'store-visit');
    expect((await page()).answer.status).toBe(410);
  });

  test.each([['/k/none'], [`/k/ki_${'x'.repeat(43)}`]])('of %s was never there', async (at) => {
    const { answer, html } = await page({}, at);
    expect([answer.status, answer.headers.get('vivencia-kiosk')]).toEqual([404, 'ended']);
    expect(html).toContain('There is no such screen');
  });
});

describe('what it delivers', () => {
  test('is kept on channel kiosk, dated by its age, and neither shown nor asked by a prompt', async () => {
    const given = state({ strength: 4, ageMs: 60_000, locale: 'es', version: 1 });
    const answer = await tested.post(`${path}/responses`, given);
    expect([answer.status, await answer.json()]).toEqual([200, { id: given.id, outcome: 'stored' }]);
    expect(await responses()).toMatchObject([
      { id: given.id, touchpoint: 'store-visit', emotion: 'angry', strength: 4, channel: 'kiosk', at: noon - 60_000 },
    ]);
    const score = await (await tested.get('/v1/touchpoints/store-visit/score')).json();
    expect(score).toMatchObject({ answered: 1, shown: 0, passed: 0 });
  });

  test('counts once however often it comes, and grows by revisions', async () => {
    const first = state();
    const grown = { ...first, revision: 1, strength: 2 };
    const outcomes = [];
    for (const given of [first, first, grown, first])
      outcomes.push((await (await tested.post(`${path}/responses`, given)).json()).outcome);
    expect(outcomes).toEqual(['stored', 'unchanged', 'amended', 'stale']);
    expect(await responses()).toHaveLength(1);
  });

  test('comes by the batch', async () => {
    const answer = await tested.post(`${path}/responses`, [state(), state({ emotion: null }), state()]);
    expect((await answer.json()).results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'stored',
      'refused',
      'stored',
    ]);
  });

  test.each([
    ['another touchpoint', { touchpoint: 'checkout' }, 'touchpoint'],
    ['another channel', { channel: 'web' }, 'channel'],
    ['a moment of its own', { at: '2026-11-01T00:00:00Z' }, 'at'],
  ])('is refused for %s', async (_, given, place) => {
    const answer = await tested.post(`${path}/responses`, state(given));
    const problem = await answer.json();
    expect([answer.status, problem.code]).toEqual([422, 'invalid_response']);
    expect(problem.errors[0].path).toBe(place);
  });

  test('is refused for an ended and for an unknown kiosk, so that the device keeps it', async () => {
    await manage('DELETE', `/${id}`);
    const answers = [];
    for (const at of [path, '/k/none']) {
      const answer = await tested.post(`${at}/responses`, state());
      answers.push([answer.status, (await answer.json()).code]);
    }
    expect(answers).toEqual([
      [410, 'kiosk_revoked'],
      [404, 'not_found'],
    ]);
    expect(await responses()).toEqual([]);
  });

  test('counts repeats, and nothing of other touchpoints', async () => {
    expect((await tested.post(`${path}/passes`, [repeat, repeat])).status).toBe(204);
    expect((await tested.post(`${path}/passes`, { ...repeat, touchpoint: 'checkout' })).status).toBe(422);
    const day = Math.floor(noon / 86_400_000);
    expect(await tested.store.readPasses({ site: tested.site.id, fromDay: day, toDay: day })).toEqual([
      { touchpoint: 'store-visit', outcome: 'suppressed', reason: 'repeat', count: 2 },
    ]);
  });

  test('waits where its network sends too much', async () => {
    await tested.remove();
    tested = await testApp({}, { rateTouchpoint: 2 });
    await tested.store.putTouchpoint(tested.site.id, 'store-visit', defaultSettings('store-visit'));
    ({ path } = await open());
    const statuses = [];
    for (let tap = 0; tap < 3; tap++) statuses.push((await tested.post(`${path}/responses`, state())).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('is still taken under the key that its touchpoint had before it was merged', async () => {
    await tested.post('/v1/passes', { site: tested.site.publicKey, touchpoint: 'hall', outcome: 'asked' });
    const heard = await open(null, 'hall');
    await tested.store.mergeTouchpoint(tested.site.id, 'hall', 'store-visit');
    for (const touchpoint of ['hall', 'store-visit'])
      expect((await tested.post(`${heard.path}/responses`, state({ touchpoint }))).status).toBe(200);
    expect((await responses()).map(({ touchpoint }) => touchpoint)).toEqual(['store-visit', 'store-visit']);
  });
});

describe('/v1/kiosks', () => {
  test('opens, lists and ends them; the address is told once', async () => {
    const made = await manage('POST', '', { touchpoint: 'store-visit', name: ' Exit ', locale: 'es' });
    const { url, ...kiosk } = await made.json();
    expect(made.status).toBe(200);
    expect(kiosk).toMatchObject({ name: 'Exit', touchpoint: 'store-visit', locale: 'es' });
    expect(url).toMatch(/^https:\/\/collector\.example\/k\/ki_[\w-]{43}$/);
    const listed = async () => (await (await manage('GET')).json()).kiosks;
    expect((await listed())[0]).toEqual(kiosk);
    expect(JSON.stringify(await listed())).not.toContain('ki_');
    expect((await manage('DELETE', `/${kiosk.id}`)).status).toBe(204);
    expect((await manage('DELETE', `/${kiosk.id}`)).status).toBe(404);
    expect((await listed()).map(({ name }: { name: string }) => name)).toEqual(['Door']);
  });

  test.each([
    [{ touchpoint: 'none', name: 'Exit' }, 404, undefined],
    [{ touchpoint: 'store-visit' }, 422, 'name'],
    [{ touchpoint: 'store-visit', name: ' ' }, 422, 'name'],
    [{ touchpoint: 'store-visit', name: 'Exit', locale: 'x' }, 422, 'locale'],
    [{ touchpoint: 'store-visit', name: 'Exit', colour: 1 }, 422, 'colour'],
  ])('refuses %j', async (body, status, place) => {
    const answer = await manage('POST', '', body);
    const problem = await answer.json();
    expect([answer.status, problem.errors?.[0]?.path]).toEqual([status, place]);
  });

  test('wants the scope manage for what changes anything, and shows no other site’s', async () => {
    const { secretKey } = await tested.store.addKey(tested.site.id, 'reader', ['read']);
    const request = (method: string, key: string) =>
      tested.app.request('/v1/kiosks', {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
    const refused = await request('POST', secretKey);
    expect([refused.status, (await refused.json()).detail]).toEqual([403, 'The secret key lacks the scope manage.']);
    const other = await tested.store.addSite(defaultSite('Other'));
    expect((await (await request('GET', other.secretKey)).json()).kiosks).toEqual([]);
    const foreign = await tested.app.request(`/v1/kiosks/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${other.secretKey}` },
    });
    expect(foreign.status).toBe(404);
    expect((await tested.app.request(path)).status).toBe(200);
  });
});
