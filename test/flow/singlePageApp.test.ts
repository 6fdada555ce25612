import { statuses } from '@vivencia/contract/response';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The shop as a single-page application, with the widget in its bundle: the real server on a real file, a real browser.
 */

const { folder, remove } = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let address: string;
const troubles: string[] = [];

beforeAll(async () => {
  server = await startServer(folder, '--demo', 'examples/single-page-app/dist');
  address = /http:\/\/127\.0\.0\.1:\d+(?=\/\n)/.exec(server.printed)?.[0] ?? '';
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
}, 60_000);
afterEach(() => {
  expect(troubles).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
  remove();
});

const cards = () => page.locator('.card');
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const follow = (name: string | RegExp) => page.getByRole('navigation').getByRole('link', { name }).click();

/** What the database has of a touchpoint's responses, oldest first. */
function kept(touchpoint: string) {
  const database = new Database(`${folder}/vivencia.db`, { readonly: true });
  const rows = database
    .prepare(
      `select status, strength, interaction from response
       join touchpoint on touchpoint.site = response.site and touchpoint.id = touchpoint where key = ? order by response.id`,
    )
    .all(touchpoint) as { status: number; strength: number; interaction: string | null }[];
  database.close();
  return rows.map(({ status, ...row }) => ({ status: statuses[status], ...row }));
}

async function placeOrder(): Promise<void> {
  await follow('Shelf');
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await follow('Basket (1)');
  await page.getByRole('button', { name: 'Pay €14.00' }).click();
  await heading('Thank you!').waitFor();
}

describe('in a single-page application', { timeout: 30_000 }, () => {
  test('routes change without loading a page, and the widget fetches nothing of itself', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${address}/`);
    await heading('This week’s coffees').waitFor();
    await follow('Help');
    await heading('Help').waitFor();
    expect(await page.title()).toBe('Help · Tostadero');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Help');
    await page.goBack();
    await heading('This week’s coffees').waitFor();
    expect(loaded.filter((path) => !path.startsWith('/s/pk_')).sort()).toEqual(['/', '/app.css', '/app.js']);
  });

  test('a purchase asks once, and its prompt outlives the route', async () => {
    await placeOrder();
    await cards().waitFor();
    await page.getByRole('link', { name: 'Back to the shelf' }).click();
    await heading('This week’s coffees').waitFor();
    await page.getByRole('radio', { name: 'Relieved' }).click({ force: true });
    // A person is slower than a double tap, whose second tap counts for nothing.
    await page.waitForTimeout(350);
    await follow('Help');
    await page.getByRole('radio', { name: 'Fairly' }).click({ force: true });
    await expect
      .poll(() => kept('checkout'))
      .toMatchObject([{ status: 'answered', strength: 3, interaction: expect.stringMatching(/^order-/) }]);
    await page.getByRole('button', { name: 'Close' }).click();
    await cards().waitFor({ state: 'detached' });
    await page.goBack();
    await page.goBack();
    await heading('Thank you!').waitFor();
    await page.waitForTimeout(1_200);
    expect(await cards().count()).toBe(0);
  });

  test('a route that is loaded by its address is the same', async () => {
    await page.reload();
    await heading('Thank you!').waitFor();
    expect(await page.getByText(/^order-\w+ is on its way/).count()).toBe(1);
    await page.waitForTimeout(1_200);
    expect(await cards().count()).toBe(0);
    await placeOrder();
    await cards().waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => kept('checkout').map(({ status }) => status)).toEqual(['answered', 'dismissed']);
  });

  test('the element asks in its place, once about each letter, and goes with its route', async () => {
    await page.goto(`${address}/help`);
    await page.getByRole('textbox', { name: 'Message' }).fill('Do you grind it, too?');
    await page.getByRole('button', { name: 'Send message' }).click();
    const inline = page.locator('vivencia-prompt .card');
    await inline.waitFor();
    const [place, asked] = [await page.locator('vivencia-prompt').boundingBox(), await inline.boundingBox()];
    expect(place?.height).toBeGreaterThanOrEqual(asked?.height ?? Number.NaN);
    expect(asked?.y).toBeGreaterThanOrEqual(place?.y ?? Number.NaN);
    await inline.getByRole('radio', { name: 'Indifferent' }).click({ force: true });
    await expect
      .poll(() => kept('help'))
      .toMatchObject([{ status: 'answered', interaction: expect.stringMatching(/^letter-/) }]);
    await follow('Shelf');
    await cards().waitFor({ state: 'detached' });
  });

  test('the support chat asks when its button ends it, though the click takes the button away', async () => {
    await page.getByRole('button', { name: 'Questions? Chat with us' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('When does it leave?');
    await page.keyboard.press('Enter');
    await page.getByText('Let me look that up').waitFor();
    await page.getByRole('button', { name: 'End chat' }).click();
    await cards().waitFor();
    await page.getByRole('radio', { name: 'Happy' }).click({ force: true });
    await expect.poll(() => kept('support-chat')).toMatchObject([{ status: 'answered' }]);
  });
});
