import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command, onPages } from '../support/onPages.ts';

/* What goes wrong on other people's pages: an event says it, in debug mode also the console; nothing is thrown. */

const here = onPages();

const heard = `told = []; for (const name of ['failed', 'suppressed', 'shown'])
  document.addEventListener('vivencia:' + name, ({ detail }) => told.push(detail.problem ?? detail.reason ?? name))`;
const html = (body: string) => `<title>Shop</title><link rel="icon" href="data:,"><body>${body}`;
const visit = (body = here.shop.tag()) => here.visit(here.shop.page(html(body)), {}, heard);
const told = (page: Page) => page.evaluate<string[]>('told');
/** The files of the widget are answered by `answer` from now on. */
const assets = (page: Page, answer: Parameters<Page['route']>[1]) => page.route('**/assets/**', answer);
/** What the browser itself says about a request that failed. */
const ownFault = () => here.disturbances.filter((text) => !/Failed to load (resource|module script)/.test(text));

describe('bad input', () => {
  test.each<[string, unknown[], RegExp]>([
    ['a command that does not exist', ['ask', 'checkout'], /^unknown_command: ask$/],
    ['a command that every object has', ['constructor'], /^unknown_command: constructor$/],
    ['no command', [], /^unknown_command: undefined$/],
    ['a touchpoint that cannot be one', ['trigger', 'Check Out'], /^invalid_touchpoint: Check Out does not match/],
    ['no touchpoint', ['trigger'], /^invalid_touchpoint: undefined/],
    ['a listener that is none', ['on', 'shown', 7], /^invalid_listener/],
  ])('%s', async (_, call, problem) => {
    const page = await visit(here.shop.tag('data-test'));
    const line = page.waitForEvent('console');
    await command(page, ...call);
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(problem)]);
    expect((await line).text()).toMatch(/^vivencia failed/);
    expect(here.disturbances).toEqual([]);
  });

  test('an attribute that names no touchpoint', async () => {
    const page = await visit(`<button data-vivencia-touchpoint="">Pay</button>${here.shop.tag()}`);
    await page.getByText('Pay').click();
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(/^invalid_touchpoint: {2}does not match/)]);
    expect(here.disturbances).toEqual([]);
  });

  test('outside debug mode the console stays quiet', async () => {
    const page = await visit();
    const lines: string[] = [];
    page.on('console', (line) => lines.push(line.text()));
    await command(page, 'ask');
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    expect(lines).toEqual([]);
  });

  test('a script tag twice', async () => {
    const page = await visit(here.shop.tag() + here.shop.tag());
    await expect.poll(() => told(page)).toEqual(['duplicate_script']);
    expect(here.disturbances).toEqual([]);
  });

  test('a script tag without a key', async () => {
    const page = await (await here.browser.newContext()).newPage();
    page.on('pageerror', (error) => here.disturbances.push(String(error)));
    await page.goto(here.shop.page(html(`<script async src="${here.shop.collector}/s/.js"></script><h1>Shop</h1>`)));
    await page.waitForLoadState('networkidle');
    expect(await page.locator('h1').textContent()).toBe('Shop');
    expect(here.disturbances).toEqual([]);
  });
});

describe('a container', () => {
  const place = (page: Page, script: string) =>
    page.evaluate(`place = document.body.appendChild(document.createElement('div')); ${script}`);

  test('that is gone when the prompt would show: nobody is asked, and nothing counted', async () => {
    const page = await visit();
    await place(page, `vivencia('trigger', 'checkout', { container: place }); place.remove()`);
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(/^invalid_container/)]);
    expect([here.shop.deliveries, here.shop.passes]).toEqual([[], []]);
  });

  test('that is none', async () => {
    const page = await visit();
    await command(page, 'trigger', 'checkout', { container: '#place' });
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(/^invalid_container/)]);
  });

  test('that the page takes away with an open prompt: it was left', async () => {
    const page = await visit();
    await place(page, `vivencia('trigger', 'checkout', { container: place, interaction: 'o1' })`);
    await page.locator('.card').waitFor();
    await page.evaluate(`place.remove(); vivencia('trigger', 'checkout', { interaction: 'o2' })`);
    await page.locator('.card').waitFor();
    await expect
      .poll(() => here.shop.deliveries.map(({ interaction, status }) => `${interaction} ${status}`).sort())
      .toEqual(['o1 abandoned', 'o1 shown', 'o2 shown']);
  });
});

describe('a collector', () => {
  test('that is down when something is to be asked, and is back later', async () => {
    const page = await visit();
    await assets(page, (route) => route.abort());
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['offline']);
    await page.unroute('**/assets/**');
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    expect(ownFault()).toEqual([]);
  });

  test('that is down only when the prompt is fetched, and is back later', async () => {
    const page = await visit();
    await assets(page, (route) => (route.request().url().includes('/prompt.') ? route.abort() : route.continue()));
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['offline']);
    await page.unroute('**/assets/**');
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    expect(ownFault()).toEqual([]);
  });

  test.each([
    ['HTML', { status: 200, contentType: 'text/html', body: '<h1>Sign in to the guest network</h1>' }],
    ['an error', { status: 503, contentType: 'text/plain', body: 'try later' }],
    ['a script that is not ours', { status: 200, contentType: 'text/javascript', body: 'export default 1' }],
    ['a script that is broken', { status: 200, contentType: 'text/javascript', body: 'export const ask = (' }],
  ])('whose files are answered by %s', async (_, answer) => {
    const page = await visit();
    await assets(page, (route) =>
      route.fulfill({ ...answer, headers: { 'access-control-allow-origin': '*', 'content-type': answer.contentType } }),
    );
    await command(page, 'trigger', 'checkout');
    await expect.poll(async () => (await told(page)).length).toBe(1);
    expect(ownFault()).toEqual([]);
  });

  test('that never answers does not hold up the page', async () => {
    const server = createServer(() => {});
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const page = await (await here.browser.newContext()).newPage();
    await page.goto(
      here.shop.page(html(`<script async src="http://127.0.0.1:${port}/s/pk_test.js"></script><h1>Shop</h1>`)),
      {
        waitUntil: 'domcontentloaded',
      },
    );
    expect(await page.locator('h1').textContent()).toBe('Shop');
    server.closeAllConnections();
    server.close();
  });
});

describe('consent', () => {
  test('is waited for where the tag says that it is required, and storage with it', async () => {
    const page = await here.visit(
      here.shop.page(html(here.shop.tag('data-consent="required"'))),
      {},
      `${heard}; touched = []; for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = new Proxy(
        Storage.prototype[name], { apply: (...call) => { touched.push(name); return Reflect.apply(...call) } })`,
    );
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['consent']);
    await page.waitForTimeout(500);
    expect(await page.evaluate('touched')).toEqual([]);
    await command(page, 'consent', true);
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
  });
});
