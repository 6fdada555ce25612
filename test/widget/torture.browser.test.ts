import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';
import { plain, settle, show, tap, visit } from '../support/prompting.ts';

const here = onPages();

beforeEach(() => settle(here.shop, { evaluation: 'csat' }));

const steady: BrowserContextOptions = { reducedMotion: 'reduce' };

/** Where the card is, and whether it is what a finger would meet there. */
const place = (page: Page | Frame) =>
  page.evaluate(() => {
    const hosts = [...document.documentElement.children].reverse();
    const root = hosts.find(({ shadowRoot }) => shadowRoot)?.shadowRoot as ShadowRoot;
    const box = (root.querySelector('.card') as Element).getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    return {
      width: box.width,
      fromRight: Math.round(innerWidth - box.right),
      fromBottom: Math.round(innerHeight - box.bottom),
      met: points.every(([x, y]) => {
        const [atX, atY] = [box.x + box.width * x, box.y + box.height * y];
        return document.elementFromPoint(atX, atY) === root.host && root.elementFromPoint(atX, atY) !== null;
      }),
    };
  });
const inItsCorner = { width: 320, fromRight: 20, fromBottom: 20, met: true };

/** Shows the prompt and answers all of it. */
async function answer(page: Page | Frame): Promise<void> {
  await show(page);
  expect(await place(page)).toEqual(inItsCorner);
  await tap(page, 'frustrated', 4);
  await page.locator('.reasons label').first().click();
  await page.locator('.send').click();
  await tap(page, 2);
  await page.locator('textarea').fill('Late.');
  await page.locator('.send').click();
  await page.locator('.close').click();
  await page.locator('.card').waitFor({ state: 'detached' });
  await expect
    .poll(() => here.shop.deliveries.at(-1))
    .toMatchObject({
      emotion: 'frustrated',
      strength: 4,
      reasons: ['delivery'],
      evaluation: { scale: 'csat', value: 2 },
      comment: 'Late.',
    });
  expect(here.disturbances).toEqual([]);
}

const script = (code: string) => `<script>${code}</script>`;

describe('on a page that', () => {
  test.each<[string, string]>([
    ['hides everything in it', '<style>html * { display: none !important; visibility: hidden !important }</style>'],
    ['transforms and filters its root', '<style>html { filter: grayscale(1); opacity: .99; perspective: 1px }</style>'],
    [
      'covers all with its highest layers',
      `<style>main::before, body::after { content: ''; position: fixed; inset: 0; z-index: 2147483647 }</style>
       <div style="position:fixed;inset:0;z-index:2147483647"></div>`,
    ],
    ['has another base address', '<base href="https://elsewhere.example/deep/">'],
    [
      'adds to the prototypes of all objects and arrays',
      script(`Object.prototype.extend = function () {}; Object.prototype.title = 'theirs';
        Array.prototype.remove = function () {}; String.prototype.trim2 = Function.prototype.later = function () {};`),
    ],
    [
      'has its own JSON, as Prototype.js 1.6 does',
      script(`Array.prototype.toJSON = function () { return '[' + this.map((x) => '"' + x + '"').join(', ') + ']' };
        String.prototype.toJSON = function () { return '"' + this + '"' };`),
    ],
    [
      'has its own iterators, as Prototype.js and MooTools do',
      script(`Array.from = (x) => x == null ? [] : typeof x == 'object' && 'length' in x ? [].slice.call(x) : [x];
        Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() };
        Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] };
        Array.prototype.flatten = Array.prototype.clear = function () { return this };
        Function.prototype.bind = function (it, ...first) { const f = this; return (...rest) => f.apply(it, [...first, ...rest]) };
        document.getElementsByClassName = () => [];`),
    ],
    [
      'has its own methods of elements, as polyfills do',
      script(`Element.prototype.append = Element.prototype.prepend = function (node) { return this.appendChild(node) };
        Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }) };
        Element.prototype.matches = Element.prototype.webkitMatchesSelector;
        Element.prototype.toggle = Element.prototype.show = Element.prototype.hide = function () { throw 1 };`),
    ],
    [
      'has names of its own for what is global',
      `${script(`var name = 'x', status = 'y', origin = {}, top2; var Face = 1, Prompt = 2, h = 3, options = 4, render = 5, signal = 6, effect = 7; var module = {}, exports = {}, process = {}, global = window`)}
       <form name="forms"><input name="attributes"><input name="children"></form><img id="locale"><img name="currentLocale">`,
    ],
    [
      'has a loader of modules that would take ours',
      script(`window.define = Object.assign(() => { throw 1 }, { amd: {} }); window.require = () => { throw 1 };`),
    ],
    ['says its domain', script(`Object.defineProperty(document, 'domain', { value: 'shop.example' })`)],
  ])('%s', async (_, head) => {
    await answer(
      await visit(here.browser, here.shop.page(plain(here.shop.tag(), 'en', head)), here.disturbances, steady),
    );
  });

  test.each<[string, string]>([
    ['is inert', 'document.body.inert = true'],
    ['is hidden from assistive technology', "document.body.setAttribute('aria-hidden', 'true')"],
    ['puts another in its place', "document.body = document.createElement('body')"],
    ['is empty', 'document.body.replaceChildren()'],
    ['is gone', 'document.body.remove()'],
  ])('has a body that %s', async (_, change) => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, steady);
    await page.waitForFunction(() => 'vivencia' in window);
    await page.evaluate(change);
    await answer(page);
  });

  test('replaces its body while it asks', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, steady);
    await show(page);
    await page.evaluate("document.body = document.createElement('body')");
    await tap(page, 'happy');
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ emotion: 'happy' });
    expect(here.disturbances).toEqual([]);
  });

  test('has no doctype', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag()), {}, ''), here.disturbances, steady);
    expect(await page.evaluate('document.compatMode')).toBe('BackCompat');
    await answer(page);
  });

  test.each([
    [
      'XHTML',
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Shop</title></head><body>',
    ],
    ['XML', 'text/xml', '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Shop</title></head><body>'],
  ])('is %s', async (_, type, start) => {
    const text = `${start}<script async="" src="${here.shop.collector}/s/pk_test.js"></script></body></html>`;
    const address = here.shop.page(text, { 'content-type': type }, '<?xml version="1.0"?>');
    await answer(await visit(here.browser, address, here.disturbances, steady));
  });

  test('is a drawing: nothing can be shown there, and nothing breaks', async () => {
    const source = `${here.shop.collector}/s/pk_test.js`;
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/><script href="${source}"/>
       <script xmlns="http://www.w3.org/1999/xhtml" src="${source}"></script></svg>`;
    const address = here.shop.page(drawing, { 'content-type': 'image/svg+xml' }, '');
    const page = await visit(here.browser, address, here.disturbances, steady);
    await page.waitForTimeout(500);
    await page.evaluate('window.vivencia && vivencia("show", "checkout")');
    await page.waitForTimeout(1_000);
    expect(here.disturbances).toEqual([]);
  });

  test.each([
    ['of the same origin', (address: string) => address, ''],
    ['of another origin', (address: string) => address.replace('127.0.0.1', 'localhost'), ''],
    ['in a sandbox', (address: string) => address, 'sandbox="allow-scripts"'],
  ])('is in a frame %s', async (_, move, attributes) => {
    const inner = move(here.shop.page(plain(here.shop.tag())));
    const frame = `<iframe ${attributes} src="${inner}" width="500" height="420" title="Shop"></iframe>`;
    const page = await visit(here.browser, here.shop.page(plain(frame)), here.disturbances, steady);
    await expect.poll(() => page.frames().length).toBe(2);
    await answer(page.frames()[1] as Frame);
  });

  test('is printed: without the prompt, which is there again afterwards', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, steady);
    await show(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.card').isVisible()).toBe(true);
  });
});
