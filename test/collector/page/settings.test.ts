import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { read } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
let session: string;

beforeEach(async () => {
  tested = await testPages();
  session = await signedInAs('editor');
  await tested.store.putTouchpoint(tested.site.id, 'checkout', settled());
});
afterEach(() => tested.remove());

const settled = (given: Partial<TouchpointSettings> = {}): TouchpointSettings => ({
  ...defaultSettings('checkout'),
  stage: 'during',
  triggers: [{ on: 'url', match: 'contains', value: '/order-received' }, { on: 'purchase' }],
  reasons: [{ key: 'delivery', label: { es: 'El plazo', en: 'Delivery' } }],
  wording: { es: { question: '¿Qué tal?' }, fr: { thanks: 'Merci' } },
  sampling: 0.155,
  ...given,
});

async function signedInAs(role: 'viewer' | 'editor') {
  const { token } = await tested.store.addAccess(tested.site.id, 'Eva', role);
  return (await tested.store.openSession(token, noon))?.session ?? '';
}

const ofEditor = () => ({ cookie: `__Host-vivencia=${session}`, 'accept-language': 'en' });
const get = (path: string, headers = {}) => tested.app.request(path, { headers: { ...ofEditor(), ...headers } });
const post = (path: string, fields: Record<string, string>, said: Record<string, string | undefined> = {}) => {
  const headers = Object.entries({ ...ofEditor(), 'sec-fetch-site': 'same-origin', ...said });
  return tested.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: headers.filter((header): header is [string, string] => header[1] !== undefined),
  });
};
const current = async (key = 'checkout') => tested.store.getTouchpoint(tested.site.id, key);

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** What the page's form would send, as a browser reads it. */
function formOf(page: string): Record<string, string> {
  const form = /<form class="settings".*?<\/form>/s.exec(page)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isTick = /type="(checkbox|radio)"/.test(tag);
    if (!isTick || /\schecked(=|\s|\/|>)/.test(tag)) fields[attribute(tag, 'name')] = attribute(tag, 'value');
  }
  for (const [, open = '', text = ''] of form.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs))
    fields[attribute(open, 'name')] = unescaped(text);
  for (const [, open = '', options = ''] of form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    fields[attribute(open, 'name')] = attribute(chosen, 'value');
  }
  return fields;
}

const opened = async (path = '/touchpoints/checkout/settings') => {
  const response = await get(path);
  expect(response.status).toBe(200);
  const page = await response.text();
  return { page, fields: formOf(page) };
};

describe('the settings form', () => {
  it('says what is settled, and saving it unchanged makes no version', async () => {
    const { fields } = await opened();
    expect(fields).toMatchObject({
      title: 'Checkout',
      stage: 'during',
      'trigger.0.on': 'url.contains',
      'trigger.0.value': '/order-received',
      'trigger.1.on': 'purchase',
      emotions: 'core',
      strength: 'on',
      comment: 'on',
      'reason.0.key': 'delivery',
      'reason.0.label.es': 'El plazo',
      'wording.fr.thanks': 'Merci',
      sampling: '15.5',
      delay: '0.8',
      base: '1',
    });
    const saved = await post('/touchpoints/checkout/settings', fields);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/touchpoints/checkout/settings?saved=1']);
    expect(await current()).toMatchObject({ version: 1, settings: settled() });
  });

  it('saves every field as a new version, and says so', async () => {
    const { fields } = await opened();
    const { strength, ...without } = fields;
    const saved = await post('/touchpoints/checkout/settings', {
      ...without,
      title: ' Pay ',
      stage: '',
      unexpected: 'on',
      owner: 'Marta',
      note: 'One\r\nTwo',
      'trigger.0.on': '',
      'trigger.2.on': 'chat.crisp',
      triggers: '3',
      emotions: 'own',
      ...Object.fromEntries(['happy', 'indifferent', 'angry'].map((emotion) => [`emotion.${emotion}`, 'on'])),
      ...{
        evaluation: 'nps',
        'reason.1.label.en': 'Gastos de envío',
        'reason.2.label.en': 'Gastos de envío',
        reasons: '3',
      },
      'wording.ca.question': 'Com ha anat?',
      'wording.es.question': '',
      ...{ sampling: '12,5', delay: '2', answeredDays: '0', dismissedDays: '7', position: 'center' },
    });
    expect(saved.headers.get('location')).toBe('/touchpoints/checkout/settings?saved=2');
    expect(await current()).toMatchObject({
      version: 2,
      settings: {
        title: ' Pay ',
        stage: null,
        unexpected: true,
        owner: 'Marta',
        note: 'One\nTwo',
        triggers: [{ on: 'purchase' }, { on: 'chat', product: 'crisp' }],
        strength: false,
        evaluation: 'nps',
        reasons: [
          { key: 'delivery', label: { en: 'Delivery', es: 'El plazo' } },
          { key: 'gastos-de-envio', label: { en: 'Gastos de envío' } },
          { key: 'gastos-de-envio-2', label: { en: 'Gastos de envío' } },
        ],
        wording: { ca: { question: 'Com ha anat?' }, fr: { thanks: 'Merci' } },
        sampling: 0.125,
        delayMs: 2000,
        again: { answeredDays: 0, dismissedDays: 7 },
        position: 'center',
      },
    });
    expect(read((await opened('/touchpoints/checkout/settings?saved=2')).page)).toContain('Saved: version 2.');
    // What the address says is no news where it is not true.
    expect(read((await opened('/touchpoints/checkout/settings?saved=1')).page)).not.toContain('Saved:');
  });

  it('gives more rows and languages without losing what was typed, and saves nothing', async () => {
    const { fields } = await opened();
    const typed = { ...fields, title: 'Typed', 'trigger.2.on': 'event', 'trigger.2.value': 'paid', locale: 'gl' };
    const more = formOf(await (await post('/touchpoints/checkout/settings', { ...typed, do: 'addTrigger' })).text());
    expect(more).toMatchObject({ title: 'Typed', 'trigger.2.value': 'paid', 'trigger.3.on': '', triggers: '4' });
    const other = formOf(await (await post('/touchpoints/checkout/settings', { ...typed, do: 'addLocale' })).text());
    expect(other).toMatchObject({ title: 'Typed', 'wording.gl.question': '', 'reason.0.label.gl': '' });
    expect((await current())?.version).toBe(1);
  });

  it.each([
    [{ title: '' }, 'title', 'Write something here.'],
    [{ title: 'x'.repeat(81) }, 'title', 'At most 80 characters.'],
    [{ title: 'a\u202eb' }, 'title', 'There is a character in it'],
    [{ stage: 'never' }, 'stage', 'Choose one'],
    [{ owner: 'x'.repeat(81) }, 'owner', 'At most 80 characters.'],
    [{ note: 'x'.repeat(2001) }, 'note', 'At most 2000 characters.'],
    [{ 'trigger.0.on': 'url.sideways' }, 'trigger.0.on', 'Choose one'],
    [{ 'trigger.0.value': '' }, 'trigger.0.value', 'Write something here.'],
    [{ 'trigger.0.on': 'url.regexp', 'trigger.0.value': '(' }, 'trigger.0.value', 'not a valid pattern'],
    [{ 'trigger.0.on': 'url.regexp', 'trigger.0.value': '(a+)+' }, 'trigger.0.value', 'repeats what repeats'],
    [{ 'trigger.0.on': 'event', 'trigger.0.value': 'vivencia:shown' }, 'trigger.0.value', 'our own events'],
    [{ 'trigger.0.on': 'visible', 'trigger.0.value': ' ' }, 'trigger.0.value', 'Write something here.'],
    [{ 'trigger.0.on': 'purchase' }, 'triggers', 'twice'],
    [{ 'trigger.0.on': 'chat.pigeon' }, 'trigger.0.on', 'Choose one'],
    [
      { emotions: 'own', 'emotion.happy': '', 'emotion.grateful': 'on', 'emotion.proud': 'on' },
      'emotions',
      'at most one more',
    ],
    [{ emotions: 'none' }, 'emotions', 'Choose at least one'],
    [{ evaluation: 'stars' }, 'evaluation', 'Choose one'],
    [{ 'reason.0.key': 'Not A Key' }, 'reason.0.key', 'Small letters'],
    [{ 'reason.0.label.es': 'x'.repeat(61) }, 'reason.0.label.es', 'At most 60 characters.'],
    [{ 'reason.1.key': 'delivery', 'reason.1.label.en': 'Twice' }, 'reasons', 'twice'],
    [{ 'wording.es.question': 'x'.repeat(161) }, 'wording.es.question', 'At most 160 characters.'],
    [{ sampling: '101' }, 'sampling', 'A number from 0 to 100.'],
    [{ sampling: '' }, 'sampling', 'A number from 0 to 100.'],
    [{ delay: '-1' }, 'delay', 'A number from 0 to 60.'],
    [{ answeredDays: 'often' }, 'answeredDays', 'A number from 0 to 3650.'],
    [{ dismissedDays: '4000' }, 'dismissedDays', 'A number from 0 to 3650.'],
    [{ position: 'elsewhere' }, 'position', 'Choose one'],
  ])('says beside the field what is wrong, and keeps what was typed: %j', async (wrong, field, problem) => {
    const typed = { ...(await opened()).fields, 'wording.ca.thanks': 'Typed', ...wrong } as Record<string, string>;
    const refused = await post('/touchpoints/checkout/settings', typed);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    const id = `f-${field.replaceAll('.', '-')}`;
    expect(read(new RegExp(`<p class="wrong" id="${id}-wrong">.*?</p>`).exec(page)?.[0] ?? '')).toContain(problem);
    expect(page).toContain(`href="#${id}"`);
    expect(page).toMatch(new RegExp(`<[^>]* id="${id}"`));
    expect(formOf(page)['wording.ca.thanks']).toBe('Typed');
    expect((await current())?.version).toBe(1);
  });

  it('overwrites nothing that somebody saved meanwhile, shows both, and saves on top when asked again', async () => {
    const { fields } = await opened();
    await tested.store.putTouchpoint(tested.site.id, 'checkout', settled({ title: 'Theirs' }));
    const typed = { ...fields, title: 'Mine' };
    const refused = await post('/touchpoints/checkout/settings', typed);
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(read(page)).toContain('Somebody saved version 2');
    expect(page).toContain('<bdi>Theirs</bdi>');
    expect(page).toContain('<bdi>Mine</bdi>');
    expect((await current())?.settings.title).toBe('Theirs');
    const again = formOf(page);
    expect(again).toMatchObject({ title: 'Mine', base: '2' });
    expect((await post('/touchpoints/checkout/settings', again)).status).toBe(303);
    expect(await current()).toMatchObject({ version: 3, settings: { title: 'Mine' } });
  });

  it('never writes what was typed as markup', async () => {
    const evil = '"><script>alert(1)</script>';
    const { fields } = await opened();
    const typed = { ...fields, title: evil, owner: evil, note: `</textarea>${evil}`, 'wording.es.thanks': evil };
    const page = await (await post('/touchpoints/checkout/settings', { ...typed, sampling: evil })).text();
    await post('/touchpoints/checkout/settings', typed);
    for (const shown of [page, (await opened()).page, await (await get('/touchpoints/checkout/preview')).text()]) {
      expect(shown).not.toContain('<script>alert');
      expect(shown).not.toContain('</textarea>"');
    }
  });
});

describe('who may change settings', () => {
  it('a viewer reads them without a form, and may change nothing', async () => {
    session = await signedInAs('viewer');
    const response = await get('/touchpoints/checkout/settings');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).not.toContain('class="settings"');
    expect(read(page)).toContain('Only an editor may change them.');
    expect(read(page)).toContain('Address contains /order-received');
    for (const path of ['settings', 'preview', 'hide', 'show', 'merge']) {
      expect((await post(`/touchpoints/checkout/${path}`, { title: 'x' })).status, path).toBe(403);
    }
    expect((await post('/declare', { title: 'x' })).status).toBe(403);
    expect((await current())?.version).toBe(1);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined, origin: 'null' },
    { 'sec-fetch-site': undefined },
  ])('nothing is taken from other pages: %j', async (headers) => {
    const { fields } = await opened();
    for (const path of ['settings', 'preview', 'hide', 'show', 'merge']) {
      expect((await post(`/touchpoints/checkout/${path}`, { ...fields, title: 'x' }, headers)).status, path).toBe(403);
    }
    expect((await current())?.version).toBe(1);
  });

  it('nobody sees or changes another site’s', async () => {
    const other = await tested.store.addSite(defaultSite('Other'));
    await tested.store.putTouchpoint(other.site.id, 'theirs', defaultSettings('theirs'));
    for (const path of ['settings', 'preview', 'hide'])
      expect((await get(`/touchpoints/theirs/${path}`)).status).toBe(404);
    expect((await post('/touchpoints/theirs/settings', (await opened()).fields)).status).toBe(404);
    expect((await post('/touchpoints/theirs/hide', {})).status).toBe(404);
  });

  it('takes a form of 64 KiB and no more', async () => {
    const { fields } = await opened();
    expect((await post('/touchpoints/checkout/settings', { ...fields, more: 'x'.repeat(50_000) })).status).toBe(303);
    expect((await post('/touchpoints/checkout/settings', { ...fields, more: 'x'.repeat(70_000) })).status).toBe(413);
  });
});

describe('declaring, hiding, merging', () => {
  it('declares by a title, and refuses a key that is taken', async () => {
    const declared = await post('/declare', { title: 'Devolución fácil', key: '' });
    expect(declared.headers.get('location')).toBe('/touchpoints/devolucion-facil/settings?saved=1');
    expect(await current('devolucion-facil')).toMatchObject({
      confirmed: true,
      settings: { title: 'Devolución fácil' },
    });
    const taken = await post('/declare', { title: 'Again', key: 'checkout' });
    expect(taken.status).toBe(422);
    expect(read(await taken.text())).toContain('There is one with this key already');
    expect((await post('/declare', { title: '' })).status).toBe(422);
    expect((await post('/declare', { title: '???', key: '' })).status).toBe(422);
    expect((await current())?.settings.title).toBe('Checkout');
  });

  it('hides and shows again', async () => {
    expect(read(await (await get('/touchpoints/checkout/hide')).text())).toContain('Hide Checkout?');
    expect((await post('/touchpoints/checkout/hide', {})).headers.get('location')).toBe('/');
    expect(await current()).toBeNull();
    expect((await get('/touchpoints/checkout/settings')).headers.get('location')).toBe('/touchpoints/checkout/hide');
    expect(read(await (await get('/declare')).text())).toContain('Checkout Show it again');
    await post('/touchpoints/checkout/show', {});
    expect((await current())?.version).toBe(1);
  });

  it('confirms what was only heard, as it is', async () => {
    await tested.store.recordStates([delivery(tested.site.id, { touchpoint: 'heard' })]);
    const { page, fields } = await opened('/touchpoints/heard/settings');
    expect(read(page)).toContain('nobody has declared it');
    expect((await post('/touchpoints/heard/settings', fields)).status).toBe(303);
    expect(await current('heard')).toMatchObject({ confirmed: true, version: 1 });
  });

  it('merges what was only heard, after a page that says what that does', async () => {
    await tested.answer(3, 'angry', 4, { touchpoint: 'chekout' });
    const asked = read(await (await get('/touchpoints/chekout/merge?into=checkout')).text());
    expect(asked).toContain('Merge Chekout into Checkout?');
    expect(asked).toContain('This can’t be undone');
    const merged = await post('/touchpoints/chekout/merge', { into: 'checkout' });
    const to = '/touchpoints/checkout/settings?merged=chekout';
    expect([merged.status, merged.headers.get('location')]).toEqual([303, to]);
    expect((await get('/touchpoints/chekout/settings')).headers.get('location')).toBe(to);
    expect(read((await opened(to)).page)).toContain('Merged: what was chekout counts at Checkout now;');
    const untrue = ['/touchpoints/checkout/settings?merged=anything', to.replace('/checkout/', '/returns/')];
    await post('/declare', { title: 'Returns', key: 'returns' });
    for (const path of untrue) expect(read((await opened(path)).page)).not.toContain('Merged:');
    const declared = await post('/declare', { title: 'Again', key: 'chekout' });
    expect(declared.status).toBe(422);
    expect(read(await declared.text())).toContain('was merged into another touchpoint');
    expect(await tested.store.listMerged(tested.site.id)).toEqual([{ key: 'chekout', into: 'checkout' }]);
    expect((await tested.store.verify()).differences).toEqual([]);
    const responses = await tested.store.readResponses(tested.site.id, null, 10);
    expect(responses.map(({ touchpoint }) => touchpoint)).toEqual(['checkout', 'checkout', 'checkout']);
  });

  it('a merge that cannot be says which touchpoint there is not, or leads back to the settings', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', settled());
    await tested.store.putTouchpoint(tested.site.id, 'returns', settled({ title: 'Returns' }));
    const unknown = await post('/touchpoints/checkout/merge', { into: 'nowhere' });
    expect([unknown.status, read(await unknown.text()).includes('“nowhere”')]).toEqual([404, true]);
    const declared = await get('/touchpoints/checkout/merge?into=returns');
    expect([declared.status, declared.headers.get('location')]).toEqual([303, '/touchpoints/checkout/settings']);
  });

  it.each(['/touchpoints/nowhere/settings', '/touchpoints/nowhere/preview', '/touchpoints/%22%3E/hide'])(
    'helps where there is no such touchpoint: %s',
    async (path) => {
      const missing = await get(path);
      expect(missing.status).toBe(404);
      expect(read(await missing.text())).toContain('There is no such touchpoint.');
    },
  );
});

it('the page with its preview is at most 60 KB gzip (pages.md)', async () => {
  const wordy = Object.fromEntries(['en', 'es', 'ca', 'fr', 'de'].map((locale) => [locale, { question: locale }]));
  await tested.store.putTouchpoint(tested.site.id, 'checkout', settled({ wording: wordy }));
  const { page } = await opened();
  const preview = await (await get('/touchpoints/checkout/preview')).text();
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(page).length + gzipSync(preview).length).toBeLessThan(48 * 1024);
});

describe('what the pages allow', () => {
  const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? '';

  it('scripts of ours where the preview is, and nowhere else', async () => {
    for (const path of ['/', '/declare', '/touchpoints/checkout/hide']) {
      expect(await policyOf(path)).not.toContain('script-src');
      expect(await policyOf(path)).toContain("frame-ancestors 'none'");
    }
    const settings = await policyOf('/touchpoints/checkout/settings');
    expect(settings).toContain("script-src 'self'; connect-src 'self'; frame-src 'self'");
    expect(settings).toContain("frame-ancestors 'none'");
    const preview = await get('/touchpoints/checkout/preview');
    expect(preview.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(preview.headers.get('content-security-policy')).not.toContain('frame-src');
    expect(preview.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('a script has its name and no other', async () => {
    const { page } = await opened();
    const src = /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? '';
    const script = await get(src);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await get('/scripts/live.00000000.js')).status).toBe(404);
  });
});
