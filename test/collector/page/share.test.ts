import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPage } from '../../../packages/collector/src/page/kit/wantedPage.ts';
import type { PageSettings } from '../../../packages/collector/src/page/pageSettings.ts';
import { shown } from '../../../packages/collector/src/page/pages.tsx';
import { delivery, noon } from '../../support/delivery.ts';
import { read } from './readPage.ts';
import { type Person, signedIn } from './signedIn.ts';
import { type TestPages, testPages } from './testPages.ts';

const comment = 'The courier never came.';
const dayMs = 24 * 60 * 60 * 1000;

let tested: TestPages;
let editor: Person;
beforeAll(async () => {
  tested = await testPages();
  editor = await signedIn(tested, 'editor', 'Núria');
  await tested.answer(6, 'angry', 5, { comment, segment: [['plan', 'pro']] });
  await tested.answer(5, 'happy', 4, { touchpoint: 'help' }, noon - 60 * dayMs);
});
afterAll(() => tested.remove());

/** Makes a share as a person does; its path. */
async function share(page: string, fields: Record<string, string> = {}): Promise<string> {
  const made = await editor.send('/access/share', { page, name: 'Board', ...fields });
  expect(made.status).toBe(200);
  const link = /<pre>(.*?)<\/pre>/.exec(await made.text())?.[1] ?? '';
  expect(link).toMatch(/^https:\/\/vivencia\.example\/share\/sh_[\w-]{43}$/);
  return link.replace('https://vivencia.example', '');
}

/** Every page that can be shared. */
const shareable = () => Object.keys(shown({} as PageSettings)).map((path) => path.replace(':key', 'checkout'));

const open = async (path: string, headers: Record<string, string> = {}) => tested.app.request(path, { headers });
const hrefs = (page: string) =>
  [...page.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('a shared page', () => {
  it('is read by whoever has the link, without signing in', async () => {
    const path = await share('/');
    const answer = await open(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'none'");
    const page = await answer.text();
    expect(read(page)).toContain('Checkout');
    expect(read(page)).toContain('A shared page, to read only');
    for (const ours of ['Sign out', 'Install', 'Access', 'Núria', 'Share this page'])
      expect(read(page)).not.toContain(ours);
  });

  it.each(shareable())('%s has no link that leaves it', async (shown) => {
    const path = await share(shown);
    const page = await (await open(path)).text();
    const links = [...page.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links.filter((href) => !/^#/.test(href) && href.split(/[?#]/)[0] !== path)).toEqual([]);
    expect(page).not.toMatch(/="[^"]*undefined/);
  });

  it('is the same for who is signed in', async () => {
    const path = await share('/');
    expect(await (await open(path, { cookie: editor.cookie })).text()).toBe(await (await open(path)).text());
  });

  it('shows the answers that were shared, whatever its reader asks for', async () => {
    const path = await share('/?period=30&segment=plan%3Apro');
    expect(read(await (await open(path)).text())).toMatch(/Checkout/);
    for (const more of ['?period=365', '?period=365&segment=', '?segment=plan:x', '?from=2026-01-01&to=2026-11-22']) {
      const page = read(await (await open(path + more)).text());
      expect(page).toContain('6 answers');
      expect(page).not.toContain('Help');
    }
    const year = read(await (await open(await share('/?period=365'))).text());
    expect(year).toContain('Help');
  });

  it.each(shareable())('%s asks nothing, and lists no one else’s segments: it says what was chosen', async (shown) => {
    await tested.answer(1, 'sad', 3, { segment: [['plan', 'a secret plan']] });
    const path = await share(`${shown}?segment=plan%3Apro`, { comments: '1' });
    const page = await (await open(path)).text();
    expect(page).not.toMatch(/<form|<select|<input/);
    expect(page).toMatch(/<bdi>plan: pro<\/bdi>/);
    expect(page).toContain('A shared page');
  });

  it('stays sorted as its reader sorts it when the language changes, whatever the share says', async () => {
    const path = await share('/?sort=-answers');
    const linkTo = (page: string, what: string) => hrefs(page).find((href) => href.includes(what)) ?? '';
    const sorted = (page: string) => /aria-sort="[^"]*"><a [^>]*title="Sort by: ([^"]*)"/.exec(page)?.[1];
    const first = await (await open(path)).text();
    expect(sorted(first)).toBe('Answers');
    const byTitle = await (await open(linkTo(first, 'sort=touchpoint'))).text();
    const again = await (await open(linkTo(byTitle, 'lang=en'))).text();
    expect(sorted(again)).toBe('Touchpoint');
    const toUsual = hrefs(again).find((href) => href.endsWith('sort=')) ?? '';
    const usual = await (await open(toUsual)).text();
    expect(sorted(usual)).toBe('Intensity');
    expect(sorted(await (await open(linkTo(usual, 'lang=en'))).text())).toBe('Intensity');
  });

  it('of a touchpoint that was hidden since names no other', async () => {
    for (const key of ['fair', 'fairs']) await tested.store.putTouchpoint(tested.site.id, key, defaultSettings(key));
    const path = await share('/touchpoints/fair');
    await tested.store.hideTouchpoint(tested.site.id, 'fair');
    const gone = await open(path);
    expect(gone.status).toBe(404);
    expect(read(await gone.text())).not.toContain('Fairs');
    await tested.store.hideTouchpoint(tested.site.id, 'fairs');
  });

  it('speaks its reader’s language', async () => {
    const path = await share('/');
    const page = await (await open(`${path}?lang=ca`)).text();
    expect(page).toContain('<html lang="ca">');
    expect(hrefs(page)).toContain(`${path}?lang=es`);
    expect(await (await open(path, { 'accept-language': 'es-AR' })).text()).toContain('<html lang="es-419">');
  });

  it('leads nowhere where other answers would be shown', async () => {
    for (const page of ['/?period=7&segment=plan:pro', '/touchpoints/checkout?period=7']) {
      const links = hrefs(await (await open(await share(page))).text()).filter((href) => href.includes('/share/'));
      const names = links.flatMap((href) => [...new URL(href, 'https://vivencia.example').searchParams.keys()]);
      expect(links.length).toBeGreaterThan(0);
      expect(new Set(names.filter((name) => name !== 'lang' && name !== 'sort'))).toEqual(new Set());
    }
  });

  it('is gone at once when it is revoked', async () => {
    const path = await share('/');
    const [newest] = await tested.store.listShares(tested.site.id);
    expect((await open(path)).status).toBe(200);
    expect((await editor.send('/access/shares/revoke', { share: String(newest?.id) })).status).toBe(303);
    const gone = await open(path);
    expect(gone.status).toBe(404);
    expect(read(await gone.text())).toContain('This link was revoked, or never existed.Ask whoever gave it to you');
    expect((await tested.store.listShares(tested.site.id)).map(({ id }) => id)).not.toContain(newest?.id);
  });

  it.each(['xyzzy', `sh_${'a'.repeat(43)}`, 'a'.repeat(5_000), '%00', '..%2f', 'sh_<b>'])(
    '%s opens nothing',
    async (token) => {
      const answer = await open(`/share/${token}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(token);
    },
  );

  it.each([
    '/install',
    '/access',
    '/login',
    '/access/share',
    '//evil.example/',
    'https://evil.example/',
    '/touchpoints/../access',
    '/touchpoints/checkout/settings',
    '/touchpoints/Checkout',
    '/touchpoints/zzz',
    '',
  ])('%j can be none', async (page) => {
    const before = await tested.store.listShares(tested.site.id);
    const refused = await editor.send('/access/share', { page, name: 'x' });
    expect(refused.status).toBe(404);
    expect(await tested.store.listShares(tested.site.id)).toEqual(before);
    expect((await editor.get(`/access/share?page=${encodeURIComponent(page)}`)).status).toBe(404);
  });

  it('is still the one when the language changes, before and after the link is made', async () => {
    const page = '/touchpoints/checkout?period=7';
    const form = await editor.get(`/access/share?page=${encodeURIComponent(page)}`);
    const made = await editor.send('/access/share', { page, name: 'Board' });
    for (const shown of [form, made]) {
      const other = hrefs(await shown.text()).find((href) => href.includes('lang=ca')) ?? '';
      const response = await editor.get(other);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('name="page" value="/touchpoints/checkout?period=7"');
    }
  });

  it('keeps of an address what chooses answers, and no more', async () => {
    await share('/?period=7&token=secret&lang=ca&comments=1&sort=answers#x');
    const [{ path } = { path: '' }] = await tested.store.listShares(tested.site.id);
    expect(path).toBe('/?period=7&sort=answers');
  });

  it('wants a name', async () => {
    expect((await editor.send('/access/share', { page: '/', name: '' })).status).toBe(422);
  });
});

describe('comments', () => {
  it('are shown on no shared page where they were not shared too', async () => {
    for (const page of shareable()) {
      const path = await share(page);
      for (const more of ['', '?comments=1', '?q=courier&comments=1']) {
        const answer = await open(path + more);
        expect(answer.status).toBe(200);
        const told = await answer.text();
        expect(told).not.toContain(comment);
        // Nor does it say that there were none.
        expect(read(told)).not.toMatch(/comment|What needs a person/i);
      }
      // With them, a share says as much as its page does.
      const own = (await (await editor.get(page)).text()).includes(comment);
      const told = (await (await open(await share(page, { comments: '1' }))).text()).includes(comment);
      expect(told).toBe(own);
    }
  });

  it('are not searched for either', async () => {
    const id = randomUUID();
    await tested.store.recordStates([delivery(tested.site.id, { id, comment: 'A second one.' })]);
    const path = await share('/');
    expect(await (await open(`${path}?q=second`)).text()).not.toContain('A second one.');
  });
});

describe('the page that somebody wanted', () => {
  it.each([
    ['/install', '/install'],
    ['/?period=7&x=%2F', '/?period=7&x=%2F'],
    ['/touchpoints/checkout', '/touchpoints/checkout'],
    [undefined, '/'],
    ['', '/'],
    ['install', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/x/..//evil.example', '/'],
    ['/%2e//evil.example', '/'],
    ['/login?token=x', '/'],
    ['/logout', '/'],
    [`/${'a'.repeat(3_000)}`, '/'],
    ['/\r\nset-cookie: a=b', '/set-cookie:%20a=b'],
    ['javascript:alert(1)', '/'],
  ])('%j → %s', (to, page) => {
    expect(ownPage(to)).toBe(page);
  });

  it('is where they are after signing in', async () => {
    const asked = await open('/access?lang=es');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/login?to=%2Faccess%3Flang%3Des']);
    const form = await (await open(asked.headers.get('location') ?? '')).text();
    const action = /<form method="post" action="([^"]*)"/.exec(form)?.[1] ?? '';
    const send = (path: string, token: string) =>
      tested.app.request(path, {
        method: 'POST',
        body: new URLSearchParams({ token }),
        headers: { 'sec-fetch-site': 'same-origin' },
      });
    const refused = await send(action, 'at_wrong');
    expect(refused.status).toBe(401);
    const again = /<form method="post" action="([^"]*)"/.exec(await refused.text())?.[1] ?? '';
    const signed = await send(again, await tested.token());
    expect([signed.status, signed.headers.get('location')]).toEqual([303, '/access?lang=es']);
    const evil = await send('/login?to=%2F%2Fevil.example', await tested.token());
    expect(evil.headers.get('location')).toBe('/');
  });
});
