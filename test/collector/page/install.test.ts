import { randomUUID } from 'node:crypto';
import { suppressionReasons } from '@vivencia/contract/pass';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../../packages/collector/src/page/kit/language.ts';
import type { SightingKind } from '../../../packages/collector/src/store/note.ts';
import { noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';
import { headlineOf, read } from './readPage.ts';
import { type Person, signedIn } from './signedIn.ts';

const shop = 'https://shop.example';
const local = 'http://localhost:3000';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let tested: TestApp;
let editor: Person;
beforeEach(async () => {
  tested = await testApp({ origins: [shop] });
  editor = await signedIn(tested, 'editor', 'Núria');
});
afterEach(() => tested.remove());

const page = async (path = '/install') => {
  await tested.settings.watch.flush();
  const answer = await editor.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const text = async (path?: string) => read(await page(path));
const steps = (html: string) => [...html.matchAll(/<li( class="done")?><h2>/g)].map(([, done]) => Boolean(done));
const see = (kind: SightingKind, origin: string, minutesAgo: number) =>
  tested.store.recordNotes([
    {
      site: tested.site.id,
      at: noon,
      sightings: [{ origin, kind, lastAt: noon - minutesAgo * minuteMs }],
      refusals: [],
    },
  ]);
const state = (given = {}) => ({
  site: tested.site.publicKey,
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
  ...given,
});

describe('the check', () => {
  it('before anything: what to paste, and what to look for', async () => {
    const html = await page();
    expect(headlineOf(html)).toBe('Three steps to your first answer');
    expect(read(html)).toContain('Not seen on any page yet.');
    expect(read(html)).toContain(
      `<script async src="https://collector.example/s/${tested.site.publicKey}.js"></script>`,
    );
    expect(read(html)).toContain('script-src https://collector.example; connect-src https://collector.example');
    expect(steps(html)).toEqual([false, false, false]);
  });

  it('ticks itself, from the script tag to the first answer', async () => {
    // From another origin first, as it mostly is: one's own machine.
    await tested.app.request(`/s/${tested.site.publicKey}.js`, { headers: { referer: `${local}/` } });
    let html = await page();
    expect(steps(html)).toEqual([true, false, false]);
    expect(read(html)).toContain('Seen, but refused: step 2.');
    expect(read(html)).toContain(`Refused: ${local}, now. Its answers are not taken. Is it yours? Allow ${local}`);

    const origin = /name="origin" value="([^"]*)"/.exec(html)?.[1] ?? '';
    const allowed = await editor.send('/install/origins', { origin });
    expect([allowed.status, allowed.headers.get('location')]).toEqual([303, '/install']);
    expect((await tested.store.siteByPublicKey(tested.site.publicKey))?.origins).toEqual([shop, local]);
    html = await page();
    expect(read(html)).not.toContain('Refused:');
    expect(steps(html)).toEqual([true, true, false]);

    // The site is remembered for half a second.
    tested.clock.now += 1_000;
    await tested.app.request(`/s/${tested.site.publicKey}.js`, { headers: { referer: `${local}/` } });
    html = await page();
    expect(steps(html)).toEqual([true, true, false]);
    expect(headlineOf(html)).toBe(`Seen on ${local} now`);

    expect((await tested.post('/v1/responses', state(), { origin: local })).status).toBe(200);
    html = await page();
    expect(steps(html)).toEqual([true, true, true]);
    expect(headlineOf(html)).toBe(`Seen on ${local} now`);
    expect(read(html)).toContain(`The question was last asked on ${local}, now.`);

    const answered = state({ status: 'answered', emotion: 'happy', strength: 3 });
    expect((await tested.post('/v1/responses', answered, { origin: local })).status).toBe(200);
    html = await page();
    expect(headlineOf(html)).toBe(`It works: last answer from ${local} now`);
    expect(read(html)).toContain('See the answers');
  });

  it.each([
    [0, 'now'],
    [1, '1 minute ago'],
    [5, '5 minutes ago'],
    [60, '1 hour ago'],
    [60 * 24, 'yesterday'],
    [60 * 24 * 45, 'last month'],
  ])('says when: %i minutes ago is %s', async (minutes, when) => {
    await see('loader', shop, minutes);
    expect(headlineOf(await page())).toBe(`Seen on ${shop} ${when}`);
  });

  it('names the latest of each, and no more than five that are refused', async () => {
    await see('loader', shop, 9);
    await see('loader', 'https://www.shop.example', 3);
    await see('answer', shop, 7);
    for (let n = 0; n < 9; n++) await see('refused', `https://x${n}.example`, n);
    const said = await text();
    expect(said).toContain(`It works: last answer from ${shop} 7 minutes ago`);
    expect(said).toContain('The script was last loaded 3 minutes ago.');
    expect(said.match(/Refused: https:\/\/x\d/g)).toHaveLength(5);
  });

  it('has all that was heard as a table, and says what is allowed now', async () => {
    expect(await page()).not.toContain('/install/heard.csv');
    await see('answer', shop, 3);
    await see('refused', local, 2);
    expect(await page()).toContain('/install/heard.csv');
    const table = (await (await editor.get('/install/heard.csv')).text()).split('\r\n').slice(0, -1);
    expect(table).toEqual([
      'Origin,What was heard,Last,Allowed now',
      `${local},Refused,2026-11-22T11:58:00.000Z,no`,
      `${shop},An answer came,2026-11-22T11:57:00.000Z,yes`,
    ]);
  });

  it('names what has the site’s domain first, however much others are refused after it', async () => {
    await see('refused', 'https://pay.shop.example', 90);
    for (let n = 0; n < 9; n++) await see('refused', `https://x${n}.example`, n);
    expect(/Refused: (\S+),/.exec(await text())?.[1]).toBe('https://pay.shop.example');
  });

  it('allows a refused origin only by a press that spells its host out, and what has none by no press', async () => {
    await see('refused', 'https://shop.examp1e:8443', 1);
    await see('refused', 'null', 0);
    const html = await page();
    const refused = html.split('<div class="refused">').slice(1);
    expect(refused[0]).toMatch(/<details>.*<b>shop\.examp1e:8443<\/b>.*<button[^>]*>Allow https:.*<\/details>/s);
    expect(refused[0]?.split('<details>')[0]).not.toContain('<button');
    expect(refused[1]?.split('</div>')[0]).toMatch(/without an origin.*cannot be allowed here/);
    expect(html).not.toContain('name="origin" value="null"');
  });
});

describe('origins', () => {
  const origins = async () => (await tested.store.listSites())[0]?.origins;

  it.each([
    ['https://a.example', 'https://a.example'],
    [' HTTPS://A.example:443/ ', 'https://a.example'],
    ['http://localhost:*', 'http://localhost:*'],
    ['https://*.a.example', 'https://*.a.example'],
    ['null', 'null'],
  ])('%j is allowed, as %s, and removed again', async (written, origin) => {
    await editor.send('/install/origins', { origin: written });
    await editor.send('/install/origins', { origin: written });
    expect(await origins()).toEqual([shop, origin]);
    await editor.send('/install/origins/remove', { origin });
    expect(await origins()).toEqual([shop]);
  });

  it.each([
    '',
    '*',
    'https://*',
    'a.example',
    'https://a.example/path',
    'javascript:alert(1)',
    'https://<b>',
    'x'.repeat(400),
  ])('%j is none', async (origin) => {
    const answer = await editor.send('/install/origins', { origin });
    expect(answer.status).toBe(422);
    expect(read(await answer.text())).toContain('That is not an origin.');
    expect(await origins()).toEqual([shop]);
  });

  it('are at most 50, as the API has it', async () => {
    const { id, publicKey: _, ...settings } = tested.site;
    await tested.store.putSite(id, {
      ...settings,
      origins: Array.from({ length: 50 }, (_, n) => `https://a${n}.example`),
    });
    expect((await editor.send('/install/origins', { origin: 'https://b.example' })).status).toBe(422);
  });

  it('change nothing else of the site', async () => {
    await editor.send('/install/origins', { origin: local });
    const [site] = await tested.store.listSites();
    expect(site).toEqual({ ...tested.site, origins: [shop, local] });
  });
});

describe('the last seven days', () => {
  const refuse = (reason: string, count: number, at = noon) =>
    tested.store.recordNotes([{ site: tested.site.id, at, sightings: [], refusals: [{ reason, count }] }]);
  const pass = (reason: (typeof suppressionReasons)[number] | null, received = noon) =>
    tested.store.recordPasses([
      { site: tested.site.id, touchpoint: 'checkout', outcome: reason ? 'suppressed' : 'asked', reason, received },
    ]);

  it('are quiet where nothing happened', async () => {
    await see('prompt', shop, 1);
    expect(await text()).toContain('nobody was passed over and nothing was refused');
  });

  it('tell why people were not asked, and what to do', async () => {
    await pass(null);
    await pass('cooldown');
    await pass('gap');
    await pass('gap', noon - 6 * dayMs);
    await pass('offline', noon - 7 * dayMs);
    const said = await text();
    expect(said).toContain('In the last 7 days 1 was asked.');
    expect(said).toMatch(/Asked somewhere else just now gap2 times.*Asked here before cooldownonce/);
    expect(said).not.toContain('could not be fetched');
  });

  it('tell what was refused, and what to do', async () => {
    await refuse('origin_not_allowed', 2);
    await refuse('origin_not_allowed', 1_200, noon - dayMs);
    await refuse('bot', 1);
    await refuse('made_up', 3);
    await refuse('response_closed', 5, noon - 7 * dayMs);
    const said = await text();
    expect(said).toMatch(/From an origin that is not allowed origin_not_allowed1,202 times/);
    expect(said).toContain('If it is yours, allow it above.');
    expect(said).toMatch(/Another reason made_up3 times/);
    expect(said).not.toContain('response_closed');
  });

  it('are tables too', async () => {
    await pass('gap');
    await refuse('made_up', 3);
    const table = async (path: string) => (await (await editor.get(path)).text()).split('\r\n').slice(0, -1);
    expect(await table('/install/unasked.csv')).toEqual([
      'Reason,What it means,What to do,Times',
      expect.stringMatching(/^gap,Asked somewhere else just now,"At most once an hour.*",1$/),
    ]);
    expect(await table('/install/refused.csv')).toEqual([
      'Reason,What it means,What to do,Times',
      'made_up,Another reason,The answer to the request says which.,3',
    ]);
    const answered = await editor.get('/install/refused.csv');
    expect(answered.headers.get('content-disposition')).toContain('refused-2026-11-16-2026-11-22.csv');
  });

  it('lists the kiosks that are open, and how editors end one', async () => {
    const { store, site } = tested;
    expect(await text()).not.toContain('Kiosks');
    await store.putTouchpoint(site.id, 'checkout', { ...defaultSettings('checkout'), title: 'At the till' });
    const opened = async (name: string) =>
      (await store.addKiosk(site.id, { name, touchpoint: 'checkout', locale: null }))?.kiosk.id as number;
    const [door, hall] = [await opened('Door'), await opened('Hall')];
    await store.revokeKiosk(site.id, hall);
    const shown = await text();
    expect(shown).toMatch(/Kiosks.*Door.*At the till.*, since .*\d{4}/s);
    expect(shown).toContain(`vivencia kiosk revoke ${door}`);
    expect(shown).not.toContain('Hall');
    const viewer = await signedIn(tested, 'viewer', 'Jordi');
    const seen = read(await (await viewer.get('/install')).text());
    expect(seen).toContain('Door');
    expect(seen).not.toMatch(/vivencia kiosk revoke|Whoever runs/);
  });

  it.each(Object.entries(languages))('%s says each reason, with what to do', async (_, { install }) => {
    for (const reason of suppressionReasons) expect(install.suppressed[reason]).toHaveLength(2);
    for (const said of Object.values({ ...install.suppressed, ...install.refused })) {
      for (const part of said) expect(part).toBeTruthy();
    }
  });
});

it.each([
  ['es', 'Tres pasos hasta tu primera respuesta', 'Rechazado: http://localhost:3000, hace 2 minutos.'],
  ['ca', 'Tres passos fins a la primera resposta', 'Rebutjat: http://localhost:3000, fa 2 minuts.'],
])('speaks %s', async (language, headline, refused) => {
  await see('refused', local, 2);
  const html = await page(`/install?lang=${language}`);
  expect(headlineOf(html)).toBe(headline);
  expect(read(html)).toContain(refused);
});
