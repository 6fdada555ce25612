import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command, onPages } from '../support/onPages.ts';
import { everyStep } from '../support/prompting.ts';
import { manifest } from '../support/shop.ts';
import { newTab } from '../support/tabs.ts';

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
    const page = await newTab(here.browser);
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

  test('that is in a frame: nobody is asked, and the next trigger asks', async () => {
    const page = await visit();
    await place(page, 'place.append(document.createElement("iframe"))');
    await page.evaluate("vivencia('trigger', 'checkout', { container: place.firstChild.contentDocument.body })");
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(/^invalid_container/)]);
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
  });

  test('in a shadow root of the page is one', async () => {
    const page = await visit();
    await place(page, "shade = place.attachShadow({ mode: 'open' }); shade.append(document.createElement('p'))");
    await page.evaluate("vivencia('show', 'checkout', { container: shade.firstChild })");
    await expect.poll(() => page.locator('p .card').count()).toBe(1);
  });

  test('that the page takes away with an open prompt: it was left', async () => {
    const page = await visit();
    await place(page, `vivencia('trigger', 'checkout', { container: place, interaction: 'o1' })`);
    // Until it is painted it was not shown, and nobody leaves it.
    await expect.poll(() => here.shop.deliveries).toMatchObject([{ interaction: 'o1', status: 'shown' }]);
    await page.evaluate(`place.remove(); vivencia('trigger', 'checkout', { interaction: 'o2' })`);
    await page.locator('.card').waitFor();
    await expect
      .poll(() => here.shop.deliveries.map(({ interaction, status }) => `${interaction} ${status}`).sort())
      .toEqual(expect.arrayContaining(['o1 abandoned', 'o2 shown']));
  });
});

describe('a prompt', () => {
  test('that cannot be put on the page leaves nothing there, and the next one asks', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const { showPopover } = HTMLElement.prototype;
      HTMLElement.prototype.showPopover = () => {
        HTMLElement.prototype.showPopover = showPopover;
        throw new Error('not now');
      };
    });
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['Error: not now']);
    expect(await page.locator('.card').count()).toBe(0);
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
  });

  test('was shown once it is painted: a frame after the one that draws it', async () => {
    const page = await visit();
    await page.evaluate('frames = []; requestAnimationFrame = (drawn) => frames.push(drawn)');
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    for (const expected of [[], ['shown']]) {
      await page.evaluate('frames.shift()(0)');
      await page.waitForTimeout(100);
      expect(await told(page)).toEqual(expected);
    }
  });

  test('whose page is left before it is painted was shown, and left', async () => {
    const page = await visit();
    await page.evaluate('requestAnimationFrame = () => 0');
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    await page.goto('about:blank');
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ status: 'abandoned', revision: 1 });
  });

  test('that is tapped before it is painted was shown, and answered', async () => {
    const page = await visit();
    await page.evaluate('requestAnimationFrame = () => 0');
    await command(page, 'trigger', 'checkout');
    await page.locator('label', { hasText: 'Angry' }).click();
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ status: 'answered', revision: 1 });
    expect(await told(page)).toEqual(['shown']);
    // What the next step looks like is there, too.
    expect(await page.locator('.strengths').evaluate((group) => getComputedStyle(group).display)).toBe('flex');
  });

  test.each([
    ['for a person whom the page has forgotten', ['reset'], []],
    ['without consent any more', ['consent', false], ['consent']],
    ['after another one that came first', ['show', 'checkout'], ['shown', 'already_asked']],
  ])('that waits for its delay does not come %s', async (_, call, expected) => {
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { delayMs: 600 });
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await command(page, ...call);
    await page.waitForTimeout(1_100);
    expect(await told(page)).toEqual(expected);
  });
});

describe('a pointer that goes down on what triggers', () => {
  const button = () => `<button data-vivencia-touchpoint="checkout">Pay</button>${here.shop.tag()}`;

  test('without a network: nobody hears of it, and the next trigger asks', async () => {
    const page = await visit(button());
    await assets(page, (route) => route.abort());
    await page.getByText('Pay').dispatchEvent('pointerdown');
    await page.getByText('Pay').dispatchEvent('pointerdown');
    await page.waitForTimeout(300);
    expect(await told(page)).toEqual([]);
    await page.unroute('**/assets/**');
    await page.getByText('Pay').click();
    await page.locator('.card').waitFor();
    expect(ownFault()).toEqual([]);
  });

  test('fetches all that it takes to ask, and touches nothing', async () => {
    const page = await visit(button());
    const before = await page.content();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.getByText('Pay').dispatchEvent('pointerdown');
    await expect.poll(() => fetched.map((url) => /assets\/(\w+)/.exec(url)?.[1])).toEqual(['ask', 'prompt']);
    await page.waitForTimeout(100);
    expect([await page.content(), await page.evaluate('localStorage.length')]).toEqual([before, 0]);
    await page.getByText('Pay').click();
    await page.locator('.card').waitFor();
    expect(fetched.filter((url) => url.includes('/assets/'))).toHaveLength(2);
  });

  test.each([
    ['the one that was pressed', 'refund', 'How was the refund?'],
    ['another one', 'checkout', 'How did that leave you feeling?'],
  ])('draws its own words ahead, and asks about %s in those of that one', async (_, asked, question) => {
    const { settings, promptSettings } = here.shop;
    settings.touchpoints.refund = { ...settings.touchpoints.checkout, version: 2, prompt: true };
    promptSettings.refund = { ...everyStep, wording: { en: { question: 'How was the refund?' } } };
    const page = await visit(`<button data-vivencia-touchpoint="refund">Refund</button>${here.shop.tag()}`);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const settled = () => fetched.filter((url) => url.includes('/refund'));
    await page.getByText('Refund').dispatchEvent('pointerdown');
    await expect.poll(settled).toHaveLength(1);
    await page.waitForTimeout(300);
    await command(page, 'trigger', asked);
    await page.locator('.card').waitFor();
    expect(await page.locator('legend').textContent()).toBe(question);
    await page.locator('.emotions label').first().click();
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ touchpoint: asked, status: 'answered' });
    expect([settled().length, here.disturbances]).toEqual([1, []]);
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
    const page = await newTab(here.browser);
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
  const asks = async (tag: string, body = '') => {
    const page = await visit(body + tag);
    await command(page, 'trigger', 'checkout');
    await expect.poll(async () => (await told(page)).length).toBe(1);
    return (await told(page))[0];
  };

  test('is waited for where the tag says that it is required, and storage with it', async () => {
    const page = await here.visit(
      here.shop.page(html(here.shop.tag('data-consent="required"'))),
      {},
      `${heard}; touched = []; own = localStorage;
       Object.defineProperty(window, 'localStorage', { get: () => touched.push('looked') && own })`,
    );
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['consent']);
    await command(page, 'show', 'checkout');
    await expect.poll(() => told(page)).toEqual(['consent', 'consent']);
    await page.waitForTimeout(500);
    expect(await page.evaluate('touched')).toEqual([]);
    await command(page, 'consent', true);
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
  });

  test.each<[string, () => [tag: string, body?: string]]>([
    ['without a value', () => [here.shop.tag('data-consent')]],
    ['as a module', () => [here.shop.tag('type="module" data-consent="required"')]],
    [
      'beside an image of the name currentScript',
      () => [here.shop.tag('data-consent="required"'), '<img name="currentScript" alt="">'],
    ],
  ])('is also waited for by a tag %s', async (_, tag) => {
    expect(await asks(...tag())).toBe('consent');
  });

  test('is true, and no other word', async () => {
    const page = await visit();
    await command(page, 'consent', 'denied');
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['consent']);
  });

  test('that is withdrawn closes the prompt without a word', async () => {
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    await command(page, 'consent', false);
    expect(await page.locator('.card').count()).toBe(0);
    await page.waitForTimeout(300);
    expect(here.shop.deliveries.map(({ status }) => status)).toEqual(['shown']);
  });

  test('that comes late delivers what an earlier page left', async () => {
    const page = await visit();
    here.shop.delivery = 'down';
    await command(page, 'trigger', 'checkout');
    await page.getByText('Happy').click();
    await page.goto(here.shop.page(html(here.shop.tag('data-consent="required"'))));
    here.shop.delivery = 'up';
    await page.waitForTimeout(1_000);
    expect(here.shop.stored.size).toBe(0);
    await command(page, 'consent', true);
    await expect.poll(() => [...here.shop.stored.values()].map(({ state }) => state.emotion)).toEqual(['happy']);
  });
});

describe('a page whose names are ours', () => {
  test('as fields of a form', async () => {
    const fields = ['closest', 'dataset', 'dispatchEvent', 'isConnected'];
    const page = await visit(
      `<form data-vivencia-touchpoint="checkout" onsubmit="return false">${fields.map((name) => `<input name="${name}">`).join('')}
       <button>Order</button></form>${here.shop.tag()}`,
    );
    await page.evaluate("document.querySelector('button').click()");
    await page.locator('.card').waitFor();
    await expect.poll(() => told(page)).toEqual(['shown']);
    expect(here.disturbances).toEqual([]);
  });

  test('as ids of elements', async () => {
    const page = await here.visit(
      here.shop.page(html(`<nav id="navigation"></nav><form id="vivencia"><input name="q"></form>${here.shop.tag()}`)),
      {},
      `${heard}; delete Window.prototype.navigation; delete window.navigation`,
    );
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, {
      triggers: [{ on: 'url', match: 'exact', value: '/thanks' }],
    });
    await page.reload();
    await page.waitForFunction(() => typeof (window as { vivencia?: unknown }).vivencia === 'function');
    await page.evaluate(() => history.pushState(null, '', '/thanks'));
    await page.locator('.card').waitFor();
    expect(here.disturbances).toEqual([]);
  });

  test('as an image, before a script that is pinned', async () => {
    const { file } = manifest.standalone ?? { file: '' };
    const page = await visit(
      `<img name="currentScript" alt="" data-site="pk_test" data-collector="${here.shop.collector}">
       <script async src="${here.shop.collector}/assets/${file}"></script>`,
    );
    await expect.poll(() => told(page)).toEqual(['missing_site']);
  });
});

describe('what was said before the script came', () => {
  test('may be no call at all', async () => {
    const page = await visit(
      `<script>vivencia = () => {}; vivencia.q = [{}, null, 7, ['trigger', 'checkout']]</script>${here.shop.tag()}`,
    );
    await page.locator('.card').waitFor();
    expect(here.disturbances).toEqual([]);
  });
});

describe('what the host says of an interaction', () => {
  test('takes the place of no setting', async () => {
    const page = await visit();
    await command(page, 'trigger', 'checkout', { site: 'Barcelona', version: 7, sampling: 0, interaction: '' });
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]).toMatchObject({ site: 'pk_test', version: 3 });
    await command(page, 'dismiss');
    await command(page, 'trigger', 'checkout', { interaction: '' });
    await expect.poll(() => told(page)).toEqual(['shown', 'shown']);
  });

  test('may throw when it is read: nobody is asked', async () => {
    const page = await visit();
    await page.evaluate(`vivencia('trigger', 'checkout', { segment: { get plan() { throw new Error('no plan') } } })`);
    await expect.poll(() => told(page)).toEqual(['Error: no plan']);
    expect(here.disturbances).toEqual([]);
  });

  test('is said of the person of that moment', async () => {
    const page = await visit();
    await page.evaluate(
      `vivencia('identify', 'ana', { segment: { plan: 'gold' } }); vivencia('trigger', 'checkout');
       vivencia('identify', 'bob', { segment: { plan: 'free' } })`,
    );
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]).toMatchObject({ segment: { plan: 'gold' } });
  });

  test.each([
    ['null', null],
    ['seconds instead of milliseconds', 1_760_000_000],
  ])('an end that is no date is now: %s', async (_, endedAt) => {
    const page = await visit();
    await command(page, 'trigger', 'checkout', { endedAt });
    await page.getByText('Happy').click();
    await expect.poll(() => here.shop.deliveries.length).toBe(2);
    expect(here.shop.deliveries[1]?.latencyMs).toBeLessThan(30_000);
  });
});

describe('a prompt', () => {
  test('whose settings lack something takes the defaults', async () => {
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { prompt: true });
    here.shop.promptSettings.checkout = { comment: 'off' } as PromptSettings;
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await page.locator('.emotions label').first().waitFor();
  });

  test('whose settings cannot be shown is no obstacle to the next one', async () => {
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { prompt: true });
    here.shop.promptSettings.checkout = { emotions: 7 } as unknown as PromptSettings;
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await expect.poll(async () => (await told(page)).length).toBe(1);
    await command(page, 'trigger', 'support', { delayMs: 0 });
    await page.locator('.emotions label').first().waitFor();
    expect(await page.locator('.vivencia').count()).toBe(1);
    expect(here.disturbances).toEqual([]);
  });

  test('that was triggered and dismissed at once does not show', async () => {
    const page = await visit();
    await command(page, 'trigger', 'checkout', { delayMs: 300 });
    await command(page, 'dismiss');
    await page.waitForTimeout(900);
    expect(await told(page)).toEqual([]);
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
  });

  test('stays when Escape only leaves an input method', async () => {
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await page.getByText('Indifferent').click();
    const pressEscape = (isComposing: boolean) =>
      page.locator('textarea').dispatchEvent('keydown', { key: 'Escape', isComposing, bubbles: true, composed: true });
    await pressEscape(true);
    expect(await page.locator('textarea').count()).toBe(1);
    await pressEscape(false);
    expect(await page.locator('textarea').count()).toBe(0);
  });

  test('is asked again after a reset, gap or not', async () => {
    Object.assign(here.shop.settings, { gapMinutes: 60 });
    const page = await visit();
    await command(page, 'trigger', 'checkout');
    await page.locator('.card').waitFor();
    await command(page, 'reset');
    await command(page, 'trigger', 'checkout');
    await expect.poll(() => told(page)).toEqual(['shown', 'shown']);
  });
});
