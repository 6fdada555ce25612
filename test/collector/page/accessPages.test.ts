import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import type { Role } from '../../../packages/collector/src/store/site.ts';
import { launchBrowser } from '../../support/browser.ts';
import { noon } from '../../support/delivery.ts';
import { everyLook, hindrances } from '../../support/hindrances.ts';
import { type Served, served } from '../../support/served.ts';
import { type TestPages, testPages } from './testPages.ts';

let browser: Browser;
let tested: TestPages;
let server: Served;
let share: string;
beforeAll(async () => {
  browser = await launchBrowser();
  let url = 'http://127.0.0.1';
  const longOrigin = 'https://a-very-long-name-without-a-blank-that-no-narrow-screen-has-room-for.shop.example';
  tested = await testPages(url, { origins: ['https://shop.example', longOrigin] });
  // The pages write their own address, which is known only now.
  const parts = { store: tested.store, now: () => noon, publicUrl: () => url, widget: readBuiltWidget() };
  const { pages } = await import('../../../packages/collector/src/page/pages.tsx');
  server = await served(pages(parts).fetch);
  url = server.url;
  const { store, site } = tested;
  await tested.answer(12, 'angry', 4, { comment: 'Nobody came.' });
  await tested.answer(9, 'happy', 4, { touchpoint: 'help' });
  share = (await store.addShare(site.id, 'Board', '/')).token;
  await store.addAccess(site.id, 'Averyverylongnamewithoutanyblankthatgoesonandonandonandonandonand', 'editor');
  await store.recordNotes([
    {
      site: site.id,
      at: noon,
      sightings: [
        { origin: longOrigin, kind: 'answer', lastAt: noon - 9e5 },
        { origin: 'http://localhost:3000', kind: 'refused', lastAt: noon - 9e4 },
      ],
      refusals: [{ reason: 'origin_not_allowed', count: 12_345 }],
    },
  ]);
  const pass = { site: site.id, touchpoint: 'checkout', outcome: 'suppressed', reason: 'gap', received: noon } as const;
  await store.recordPasses([pass, pass]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await tested.remove();
});

async function signIn(context: BrowserContext, role: Role) {
  const { token } = await tested.store.addAccess(tested.site.id, role === 'editor' ? 'Núria' : 'Pau', role);
  const tab = await context.newPage();
  await tab.goto(`${server.url}/login?token=${token}`);
  return tab;
}

const shown: [string, Role | null, () => string][] = [
  ['/install', 'editor', () => '/install'],
  ['/install for a viewer', 'viewer', () => '/install?lang=es'],
  ['/access', 'editor', () => '/access'],
  ['/access for a viewer', 'viewer', () => '/access?lang=ca'],
  ['the form to share', 'editor', () => '/access/share?page=%2F%3Fperiod%3D7'],
  ['a shared page', null, () => `/share/${share}`],
  ['a share that is gone', null, () => '/share/none'],
  ['a used link', null, () => '/login?token=at_used'],
];

it.each(shown)(
  '%s is accessible, does not scroll sideways, breaks no policy and asks nobody else',
  async (_, role, path) => {
    const context = await browser.newContext();
    const tab = role ? await signIn(context, role) : await context.newPage();
    const complaints: string[] = [];
    const asked: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('request', (request) => asked.push(new URL(request.url()).origin));
    const answer = await tab.goto(server.url + path());
    expect(await hindrances(tab, everyLook)).toEqual([]);
    // A page that is not there is told to the console by the browser itself.
    expect(complaints.filter((text) => !/status of (401|404)/.test(text))).toEqual([]);
    expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([server.url]));
    expect(gzipSync(await (answer as NonNullable<typeof answer>).text()).length).toBeLessThan(60 * 1024);
    await context.close();
  },
);

describe('without JavaScript', () => {
  it('somebody is let in, signs in by the link, and is signed out when revoked', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await signIn(context, 'editor');
    await tab.getByRole('link', { name: 'Access' }).click();
    await tab.locator('summary', { hasText: 'Add a person' }).click();
    await tab.getByRole('textbox', { name: 'Name' }).fill('Joan');
    await tab.getByRole('button', { name: 'Make a sign-in link' }).click();
    const link = (await tab.locator('.secret pre').textContent()) ?? '';
    const other = await browser.newContext({ javaScriptEnabled: false });
    const theirs = await other.newPage();
    await theirs.goto(link);
    expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toContain('Checkout');

    await tab.goto(`${server.url}/access`);
    await tab.getByText('Revoke', { exact: true }).and(tab.getByLabel('Revoke Joan')).click();
    await tab.locator('li', { hasText: 'Joan' }).getByRole('button', { name: 'Yes, revoke at once' }).click();
    await theirs.reload();
    expect(new URL(theirs.url()).pathname).toBe('/login');
    await other.close();
    await context.close();
  });

  it('a page is shared from its foot, read by another, and gone when revoked', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await signIn(context, 'editor');
    await tab.goto(`${server.url}/?period=7`);
    await tab.getByRole('link', { name: 'Share this page…' }).click();
    expect(await tab.locator('.what').textContent()).toContain('7 days');
    await tab.getByLabel('Who or what is it for?').fill('The board');
    await tab.getByRole('button', { name: 'Make the link' }).click();
    const link = (await tab.locator('.secret pre').textContent()) ?? '';
    const other = await browser.newContext({ javaScriptEnabled: false });
    const theirs = await other.newPage();
    await theirs.goto(link);
    expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toContain('Checkout');
    expect(await theirs.getByRole('button').count()).toBe(0);
    expect(await other.cookies()).toEqual([]);
    await tab.goto(`${server.url}/access`);
    await tab.getByRole('button', { name: 'Revoke The board' }).click();
    await theirs.reload();
    expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toContain('revoked');
    await other.close();
    await context.close();
  });

  it('a refused origin is allowed by a second press, which spells it out', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await signIn(context, 'editor');
    await tab.goto(`${server.url}/install`);
    const allow = tab.getByRole('button', { name: 'Allow http://localhost:3000' });
    expect(await allow.isVisible()).toBe(false);
    await tab.locator('.refused summary', { hasText: 'http://localhost:3000' }).click();
    await allow.click();
    await expect.poll(() => tab.locator('.refused').count()).toBe(0);
    expect(await tab.getByText('http://localhost:3000', { exact: true }).count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('a page of another origin', () => {
  it('shows none of ours in a frame', async () => {
    const paths = ['/', '/login', '/install', '/access', `/share/${share}`, '/share/none', '/touchpoints/checkout'];
    const frames = paths.map((path) => `<iframe src="${server.url}${path}"></iframe>`).join('');
    const evil = await served(
      () => new Response(`<!doctype html>${frames}`, { headers: { 'content-type': 'text/html' } }),
    );
    const context = await browser.newContext();
    const tab = await signIn(context, 'editor');
    const refusals: string[] = [];
    tab.on('console', (message) => refusals.push(message.text()));
    // By another name, so that it is another site too.
    await tab.goto(evil.url.replace('127.0.0.1', 'localhost'), { waitUntil: 'load' });
    await expect
      .poll(() => refusals.filter((text) => /frame-ancestors|X-Frame-Options/i.test(text)).length)
      .toBe(paths.length);
    const texts = await Promise.all(
      tab
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => document.body.innerText).catch(() => '')),
    );
    expect(texts.join(' ')).not.toMatch(/Northwind|Sign in|revoked/);
    await evil.stop();
    await context.close();
  });
});
