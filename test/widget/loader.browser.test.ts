import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';

const here = onPages();

const visit = (body: string, before = '') =>
  here.visit(here.shop.page(`<title>Shop</title><link rel="icon" href="data:,">${body}`), {}, before);
const card = (page: Page) => page.locator('.card');
const declare = (touchpoint: object) => Object.assign(here.shop.settings.touchpoints.checkout ?? {}, touchpoint);
const suppressed = () => here.shop.passes.flatMap((pass) => ('reason' in pass ? pass.reason : []));

describe('a prompt is triggered', () => {
  test('by a click on an element that names a touchpoint', async () => {
    const page = await visit(
      `<div data-vivencia-touchpoint="checkout" onclick="event.stopPropagation()"><b>Pay</b></div>${here.shop.tag()}`,
    );
    await page.getByText('Pay').click();
    await card(page).waitFor();
  });

  test('by a form when it is submitted, not when it is clicked', async () => {
    const page = await visit(
      `<form data-vivencia-touchpoint="checkout" onsubmit="return false"><p>Name</p><button>Order</button></form>${here.shop.tag()}`,
    );
    await page.getByText('Name').click();
    await page.waitForTimeout(200);
    expect(await card(page).count()).toBe(0);
    await page.getByText('Order').click();
    await card(page).waitFor();
  });

  test('by the address of the page', async () => {
    declare({ triggers: [{ on: 'url', match: 'contains', value: '/page-' }] });
    await card(await visit(here.shop.tag())).waitFor();
  });

  test.each([
    ['the Navigation API', ''],
    ['a browser without it', 'delete Window.prototype.navigation; delete window.navigation'],
  ])('by a route of a single-page application, with %s', async (_, before) => {
    declare({
      triggers: [
        { on: 'url', match: 'regexp', value: '(' },
        { on: 'url', match: 'exact', value: '/thanks' },
      ],
    });
    const page = await visit(here.shop.tag(), before);
    await page.evaluate(() => history.pushState(null, '', '/cart'));
    await page.waitForTimeout(600);
    expect(await card(page).count()).toBe(0);
    await page.evaluate(() => history.pushState(null, '', '/thanks?order=1'));
    await card(page).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() => history.replaceState(null, '', '/thanks?order=1&seen=1'));
    await page.waitForTimeout(600);
    expect(await card(page).count()).toBe(0);
    expect(here.disturbances).toEqual([]);
  });

  test('by calls that were made before the script came', async () => {
    const stub = 'window.vivencia=window.vivencia||function(){(vivencia.q=vivencia.q||[]).push(arguments)}';
    const page = await visit(
      `<script>${stub}; kept = vivencia; kept('trigger', 'checkout')</script>${here.shop.tag()}`,
    );
    await card(page).waitFor();
    await page.evaluate("kept('dismiss')");
    await card(page).waitFor({ state: 'detached' });
  });

  test('at a touchpoint that nobody declared, after 0.8 s', async () => {
    const page = await visit(here.shop.tag());
    await page.evaluate(
      `const triggered = performance.now();
      vivencia('on', 'shown', () => { waited = performance.now() - triggered });
      vivencia('trigger', 'newsletter');`,
    );
    await expect.poll(() => page.evaluate("typeof waited === 'number' && waited")).toBeGreaterThanOrEqual(799);
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]).toMatchObject({ touchpoint: 'newsletter' });
    expect(here.shop.deliveries[0]).not.toHaveProperty('version');
  });
});

describe('the page', () => {
  test('may carry the script tag twice', async () => {
    const page = await visit(
      `<button data-vivencia-touchpoint="checkout">Pay</button>${here.shop.tag()}${here.shop.tag('id="second"')}`,
    );
    await page.waitForLoadState('networkidle');
    await page.getByText('Pay').click();
    await card(page).waitFor();
    await page.waitForTimeout(300);
    expect(here.shop.deliveries).toHaveLength(1);
    expect(suppressed()).toEqual([]);
  });

  test('pays for no prompt and no storage until something is asked', async () => {
    const page = await visit(
      here.shop.tag(),
      `touched = []; own = localStorage; Object.defineProperty(window, 'localStorage', { get: () => touched.push('looked') && own });
       for (const name of ['getItem', 'setItem', 'removeItem']) {
        const original = Storage.prototype[name];
        Storage.prototype[name] = function (...args) { touched.push([name, args[0]].join(' ')); return original.apply(this, args) } }`,
    );
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    expect(await page.evaluate('touched')).toEqual(['looked']);
    const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(files.filter((name) => name.includes('/assets/'))).toEqual([]);
    await page.evaluate("vivencia('trigger', 'checkout')");
    await card(page).waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('never sees an exception, whatever it says', async () => {
    const page = await visit(here.shop.tag(), 'navigator.sendBeacon = () => { throw new Error("no beacons here") }');
    await page.evaluate(() => {
      const { vivencia } = window as unknown as { vivencia(...call: unknown[]): unknown };
      vivencia();
      vivencia('nonsense');
      vivencia('constructor');
      vivencia('trigger');
      vivencia('trigger', null, null, null);
      vivencia('trigger', 'checkout', { endedAt: 'yesterday', locale: 7, segment: 'x', interaction: {} });
      vivencia('identify');
      vivencia('on', 'shown');
      vivencia('dismiss');
      vivencia('consent', false);
      vivencia('trigger', 'checkout');
    });
    await page.waitForTimeout(1_500);
    expect(here.disturbances).toEqual([]);
  });

  test('asks nothing where the collector would refuse the answer, and says so to whoever writes the page', async () => {
    const page = await visit(`<button data-vivencia-touchpoint="Check Out">Pay</button>${here.shop.tag('data-test')}`);
    const said = page.waitForEvent('console');
    await page.getByText('Pay').click();
    expect((await said).text()).toContain('invalid_touchpoint: Check Out does not match');
    await page.waitForTimeout(1_200);
    expect(await card(page).count()).toBe(0);
    expect([here.shop.deliveries, here.shop.passes, here.disturbances]).toEqual([[], [], []]);
  });

  test('hears what happens, and can stop listening', async () => {
    const page = await visit(
      `<section><button data-vivencia-touchpoint="checkout">Pay</button></section>${here.shop.tag()}`,
      'heard = []',
    );
    await page.evaluate(() => {
      const { vivencia, heard } = window as unknown as {
        vivencia(...call: unknown[]): () => void;
        heard: string[];
      };
      document.querySelector('section')?.addEventListener('vivencia:shown', () => heard.push('bubbled'));
      for (const event of ['shown', 'answered', 'dismissed', 'delivered', 'suppressed'])
        vivencia('on', event, (detail: { reason?: string }) => heard.push([event, detail.reason].join(' ').trim()));
      const off = vivencia('on', 'shown', () => heard.push('never'));
      off();
    });
    await page.getByText('Pay').click();
    const heard = () => page.evaluate<string[]>('heard');
    await expect.poll(heard).toContain('shown');
    await page.evaluate("vivencia('trigger', 'support')");
    await expect.poll(heard).toContain('suppressed already_asked');
    await page.evaluate("vivencia('dismiss')");
    // One delivery or two: what is dismissed before it was sent as shown travels once.
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ status: 'dismissed' });
    await expect.poll(heard).toContain('delivered');
    expect((await heard()).filter((event) => event !== 'delivered')).toEqual([
      'bubbled',
      'shown',
      'suppressed already_asked',
      'dismissed',
    ]);
  });

  test('may end many interactions at once: what is not asked about is counted in few requests', async () => {
    const page = await visit(here.shop.tag());
    const counted: string[] = [];
    page.on('request', (request) => request.url().endsWith('/v1/passes') && counted.push(request.url()));
    await page.evaluate("vivencia('consent', false); for (let n = 0; n < 120; n++) vivencia('trigger', 'checkout')");
    await expect.poll(suppressed).toEqual(Array(120).fill('consent'));
    expect(counted).toHaveLength(3);
  });

  test('can withhold consent', async () => {
    const page = await visit(here.shop.tag());
    await page.evaluate("vivencia('consent', false); vivencia('trigger', 'checkout')");
    await expect.poll(suppressed).toEqual(['consent']);
    await page.evaluate("vivencia('consent', true); vivencia('trigger', 'checkout')");
    await card(page).waitFor();
  });

  test.each([
    ['on the script tag', 'data-test', ''],
    ['by command', '', "vivencia('debug', true)"],
  ])('can test: %s', async (_, attribute, command) => {
    const page = await visit(here.shop.tag(attribute));
    await page.evaluate(`${command}; vivencia('trigger', 'checkout')`);
    await card(page).waitFor();
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]).toMatchObject({ test: true });
    expect(here.shop.passes).toEqual([]);
  });

  test('knows the segment of a person that it identified, but delivers no unsigned pseudonym', async () => {
    const page = await visit(here.shop.tag());
    await page.evaluate("vivencia('identify', 'c-77', { segment: { plan: 'pro' } }); vivencia('trigger', 'checkout')");
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]).toMatchObject({ segment: { plan: 'pro' } });
    expect(JSON.stringify(here.shop.deliveries)).not.toContain('c-77');
  });

  test('asks each visitor at its own pace, also on the next page', async () => {
    Object.assign(here.shop.settings, { gapMinutes: 60, dailyCap: 3 });
    declare({ again: { answeredDays: 14, dismissedDays: 30 } });
    const page = await visit(here.shop.tag());
    await page.evaluate("vivencia('trigger', 'checkout')");
    await card(page).waitFor();
    await page.reload();
    await page.waitForFunction(() => 'vivencia' in window);
    await page.evaluate("vivencia('trigger', 'checkout')");
    await page.evaluate("vivencia('trigger', 'support')");
    await expect.poll(suppressed).toEqual(['cooldown', 'gap']);
    await page.evaluate("vivencia('trigger', 'support', { unexpected: true })");
    await card(page).waitFor();
    await page.evaluate("vivencia('dismiss'); vivencia('show', 'checkout')");
    await card(page).waitFor();
  });

  test('dates the end of the interaction itself', async () => {
    const page = await visit(here.shop.tag());
    await page.evaluate("vivencia('trigger', 'checkout', { endedAt: new Date(Date.now() - 3600000) })");
    await page.getByText('Happy').click();
    await expect.poll(() => here.shop.deliveries.length).toBe(2);
    expect(here.shop.deliveries[1]?.latencyMs).toBeGreaterThan(3_600_000);
    expect(here.shop.deliveries[1]?.latencyMs).toBeLessThan(3_630_000);
  });
});
