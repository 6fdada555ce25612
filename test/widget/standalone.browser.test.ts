import type { Page, Route } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';
import { manifest } from '../support/shop.ts';
import { newTab } from '../support/tabs.ts';

/*
 * The script for those who host the files themselves: the stand-in's folder of assets is such a host, on another origin
 * than the page.
 */

const here = onPages();
let requested: string[];

beforeEach(async () => {
  requested = [];
});
afterEach(() => expect(here.disturbances).toEqual([]));

const asset = (name: string) => `${here.shop.collector}/assets/${manifest[name]?.file}`;
const wrongHash = `sha384-${'A'.repeat(64)}`;

const connection = () => `data-site="pk_test" data-collector="${here.shop.collector}"`;
const tag = (attributes = connection(), integrity = manifest.standalone?.integrity) =>
  `<script async nonce="n" src="${asset('standalone')}" integrity="${integrity}" crossorigin ${attributes}></script>`;
const button = '<button data-vivencia-touchpoint="checkout" onclick="this.textContent = 1">Pay</button>';

/** A page that keeps its `vivencia:*` events in `told`. */
async function visit(
  body: string,
  { headers = {}, settings }: { headers?: Record<string, string>; settings?: (route: Route) => Promise<void> } = {},
): Promise<Page> {
  const page = await newTab(here.browser);
  page.on('pageerror', (error) => here.disturbances.push(String(error)));
  page.on('request', (request) => requested.push(request.url()));
  if (settings) await page.route('**/s/pk_test.json', settings);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const event of ['shown', 'suppressed', 'failed'])
      document.addEventListener(`vivencia:${event}`, ({ detail }: CustomEventInit) => {
        told.push([event, detail.reason ?? detail.problem].filter((word) => word).join(' '));
      });
  });
  await page.goto(here.shop.page(`<title>Shop</title><link rel="icon" href="data:,">${body}`, headers));
  return page;
}

const told = (page: Page) => page.evaluate('told') as Promise<string[]>;
const card = (page: Page) => page.locator('.card');
const arrived = (page: Page) => page.waitForFunction('window.vivencia?.q');

describe('the script that is pinned by its hash', () => {
  const strict = () => ({
    'content-security-policy': `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src ${here.shop.collector}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp`,
  });
  const importMap = (hashes: Record<string, string | undefined> = {}) => {
    const pinned = ['ask', ...Object.keys(manifest).filter((name) => name.startsWith('prompt.'))];
    const integrity = pinned.map((name) => [asset(name), hashes[name] ?? manifest[name]?.integrity]);
    return `<script type="importmap" nonce="n">${JSON.stringify({ integrity: Object.fromEntries(integrity) })}</script>`;
  };
  const plainButton = '<button data-vivencia-touchpoint="checkout">Pay</button>';

  test('asks and delivers under a strict policy, with its chunks pinned by an import map', async () => {
    const page = await visit(importMap() + plainButton + tag(), { headers: strict() });
    await arrived(page);
    await page.getByText('Pay').click();
    await card(page).waitFor();
    await page.getByRole('radio', { name: 'Happy' }).click({ force: true });
    await expect
      .poll(() => here.shop.deliveries.at(-1))
      .toMatchObject({ site: 'pk_test', emotion: 'happy', version: 3 });
    expect(here.shop.violations).toEqual([]);
  });

  test('does not run where the hash is another, and the page goes on', async () => {
    const page = await visit(button + tag(connection(), wrongHash));
    await page.waitForLoadState('networkidle');
    await page.getByText('Pay').click();
    expect(await page.getByRole('button').textContent()).toBe('1');
    expect(await page.evaluate('typeof vivencia')).toBe('undefined');
  });

  test.each([
    ['what asks', 'ask'],
    ['the prompt', 'prompt.en'],
  ])('does not ask where the hash of %s is another', async (_, name) => {
    const page = await visit(importMap({ [name]: wrongHash }) + button + tag());
    await arrived(page);
    await page.getByText('Pay').click();
    await expect.poll(() => told(page)).toContain('suppressed offline');
    expect(await card(page).count()).toBe(0);
  });
});

describe('the script without a site', () => {
  test.each([
    ['no site', () => `data-collector="${here.shop.collector}"`, 'missing_site'],
    ['no collector', () => 'data-site="pk_test"', 'missing_collector'],
    ['nothing', () => '', 'missing_site'],
  ])('says what is missing and asks nobody: %s', async (_, attributes, problem) => {
    const page = await visit(button + tag(attributes()));
    await arrived(page);
    await expect.poll(() => told(page)).toEqual([`failed ${problem}`]);
    await page.getByText('Pay').click();
    await page.waitForTimeout(200);
    expect(await card(page).count()).toBe(0);
    expect(requested.filter((url) => url.includes('/s/') || url.includes('/v1/'))).toEqual([]);
  });
});

describe('where the settings are not there', () => {
  const json =
    (status: number, body: string, contentType = 'application/json') =>
    (route: Route) =>
      route.fulfill({ status, body, contentType, headers: { 'access-control-allow-origin': '*' } });

  test.each<[string, (route: Route) => Promise<void>, RegExp]>([
    ['an unknown site', json(401, '{"code":"unknown_site"}'), /^failed unknown_site$/],
    ['nothing there', json(404, ''), /^failed invalid_settings: 404 from http/],
    ['a page instead', json(200, '<!doctype html><h1>Welcome</h1>', 'text/html'), /^failed invalid_settings: 200 /],
    ['JSON that is none of ours', json(200, 'null'), /^failed invalid_settings: 200 /],
    ['no answer', (route) => route.abort(), /^failed unreachable: TypeError/],
  ])('the problem is told, once: %s', async (_, settings, problem) => {
    const page = await visit(button + tag(), { settings });
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(problem)]);
    await page.getByText('Pay').click();
    await page.waitForTimeout(200);
    expect([await page.getByRole('button').textContent(), await card(page).count()]).toEqual(['1', 0]);
  });

  test('the next trigger tries again, and then every trigger works', async () => {
    here.shop.settings.touchpoints.checkout = {
      ...here.shop.settings.touchpoints.checkout,
      version: 3,
      triggers: [{ on: 'event', name: 'order' }],
    };
    let refusals = 1;
    const page = await visit(button + tag(), {
      settings: (route) => (refusals-- > 0 ? route.abort() : route.continue()),
    });
    await expect.poll(() => told(page)).toHaveLength(1);
    await page.getByText('Pay').click();
    await card(page).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.evaluate("dispatchEvent(new Event('order'))");
    await card(page).waitFor();
  });
});

describe('the script on its page', () => {
  test('keeps what happens before the settings are there', async () => {
    let answer = () => {};
    const page = await visit(
      `<script>vivencia = function () { (vivencia.q ??= []).push(arguments) }
      vivencia('trigger', 'newsletter')</script>${button}${tag()}`,
      {
        settings: (route) =>
          new Promise((resolve) => {
            answer = () => resolve(route.continue());
          }),
      },
    );
    await arrived(page);
    await page.getByText('Pay').click();
    await page.waitForTimeout(200);
    expect(here.shop.deliveries).toEqual([]);
    answer();
    await expect.poll(() => here.shop.deliveries).toMatchObject([{ touchpoint: 'checkout', version: 3 }]);
  });

  test('takes a collector’s address with a slash at its end, and marks a test', async () => {
    const page = await visit(button + tag(`data-test ${connection().replace(/"$/, '/"')}`));
    await arrived(page);
    await page.getByText('Pay').click();
    await expect.poll(() => here.shop.deliveries).toMatchObject([{ test: true }]);
    expect(requested.filter((url) => /\w\/\//.test(url))).toEqual([]);
  });

  test('asks once where it stands twice', async () => {
    const page = await visit(button + tag() + tag());
    await arrived(page);
    await page.waitForLoadState('networkidle');
    await page.getByText('Pay').click();
    await card(page).waitFor();
    await page.waitForTimeout(200);
    expect(await told(page)).toEqual(['failed duplicate_script', 'shown']);
  });

  test('fetches the adapters that the settings name, and one that fails stops nothing else', async () => {
    const triggers = [
      { on: 'chat', product: 'tawk' },
      { on: 'chat', product: 'crisp' },
      { on: 'event', name: 'order' },
    ] as const;
    here.shop.settings.touchpoints.checkout = { version: 3, delayMs: 0, triggers: [...triggers] };
    const page = await visit('');
    await page.route('**/adapter.tawk.*', (route) => route.abort());
    await page.goto(here.shop.page(tag()));
    await arrived(page);
    await page.waitForLoadState('networkidle');
    expect(await told(page)).toEqual([expect.stringMatching(/^failed TypeError/)]);
    await page.evaluate("dispatchEvent(new Event('order'))");
    await card(page).waitFor();
    const adapters = requested.flatMap((url) => /adapter\.([^.]+)/.exec(url)?.[1] ?? []);
    expect(adapters.sort()).toEqual(['crisp', 'tawk']);
  });
});
