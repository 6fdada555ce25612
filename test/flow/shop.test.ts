import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { tapRested } from '../support/prompting.ts';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The whole way through, with nothing stood in for: the real server on a real file, the demo shop on an origin of its
 * own, a real browser that checks out and taps.
 */

const { folder, remove } = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
/** Where the answers are looked at, by the same person. */
let overview: Page;
const troubles: string[] = [];

beforeAll(async () => {
  server = await startServer(folder, '--demo', 'examples/plain-html');
  browser = await launchBrowser();
  const person = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  page = await person.newPage();
  overview = await person.newPage();
  for (const tab of [page, overview]) {
    tab.on('pageerror', (error) => troubles.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  }
});
afterAll(async () => {
  await browser?.close();
  await server?.end('SIGTERM');
  remove();
});

const signInLink = () => printed(/http\S+\/login\?token=\S+/);
const printed = (pattern: RegExp) => pattern.exec(server.printed)?.[0] ?? '';

/** Resolves with the outcome of the next delivered state whose JSON has all of `given`. */
const delivered = async (given: object) => {
  const response = await page.waitForResponse(
    (candidate) =>
      candidate.url().endsWith('/v1/responses') &&
      candidate.request().method() === 'POST' &&
      Object.entries(given).every(([name, value]) =>
        statesOf(candidate.request().postData()).some((state) => state[name] === value),
      ),
  );
  return [response.status(), await response.json()];
};
const statesOf = (body: string | null) => [JSON.parse(body ?? '{}')].flat() as Record<string, unknown>[];

async function checkOut(): Promise<void> {
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('button', { name: /^Pay/ }).click();
}

async function answer(emotion: string, strength: string | null): Promise<void> {
  const tapped = delivered({ status: 'answered', strength: undefined });
  await page.getByRole('radio', { name: emotion }).click({ force: true });
  await tapped;
  if (strength === null) return;
  const rated = delivered({ status: 'answered', revision: 2 });
  await tapRested(page.locator('.strengths label', { hasText: strength }));
  await rated;
}

/** A touchpoint's row, not the example's. */
const row = (title: string) => overview.locator('.ranking:not(.example *) tbody', { hasText: title });

describe('a tap in a real browser becomes a score on a page', () => {
  test('the printed link opens an overview that has heard nothing yet, and says what to do', async () => {
    await overview.goto(signInLink());
    expect(new URL(overview.url()).pathname).toBe('/');
    const main = await overview.locator('main').innerText();
    expect(main).toContain('Nobody has been asked yet.');
    expect(main).toContain('Paste this into your pages');
    expect(main).toContain('Example, with made-up answers');
    expect(await row('Checkout').locator('.ans').textContent()).toMatch(/^0 answers/);
  });

  test('the checkout asks, and each tap is delivered at once', { timeout: 60_000 }, async () => {
    await page.goto(printed(/http:\/\/127\.0\.0\.1:\d+\/(?=\n)/));
    const shown = delivered({ status: 'shown' });
    await checkOut();
    expect(await shown).toEqual([200, expect.objectContaining({ outcome: 'stored' })]);
    await answer('Frustrated', 'Strongly');
    await page.getByRole('textbox', { name: 'Tell us why' }).fill('The card form loses everything.');
    const commented = delivered({ comment: 'The card form loses everything.' });
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await commented).toEqual([200, expect.objectContaining({ outcome: 'amended' })]);
    await page.getByRole('heading', { name: 'Thank you. This helps us improve.' }).waitFor();
  });

  test('the first answer is on the overview at once, and behind its touchpoint what was written', async () => {
    await overview.reload();
    expect(await overview.locator('main').innerText()).not.toContain('Nobody has been asked yet.');
    expect(await overview.locator('.example').count()).toBe(0);
    expect(await row('Checkout').locator('.ans').textContent()).toMatch(/^1 answer(?!s)/);
    await row('Checkout').getByRole('link', { name: 'Checkout' }).first().click();
    expect(await overview.getByRole('heading', { level: 1 }).innerText()).toContain('Checkout');
    expect(await overview.getByText('The card form loses everything.').isVisible()).toBe(true);
  });

  test('the support chat asks by its attribute alone', { timeout: 60_000 }, async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Questions? Chat with us' }).click();
    await page.getByRole('button', { name: 'End chat' }).click();
    await answer('Relieved', 'Fairly');
  });

  test('four more check-outs make enough answers for a figure', { timeout: 120_000 }, async () => {
    for (const [emotion, strength] of [
      ['Angry', 'Extremely'],
      ['Happy', 'Fairly'],
      ['Relieved', 'Slightly'],
    ] as const) {
      await page.reload();
      await checkOut();
      await answer(emotion, strength);
    }
    await page.reload();
    await checkOut();
    await answer('Indifferent', null);
  });

  test('GET /v1/scores says the figure that the formulas give by hand', async () => {
    const { secretKey } = JSON.parse((await vivencia(folder, 'key', 'add', '--site', 'Demo shop', '--json')).stdout);
    const response = await fetch(`${server.url}/v1/scores`, { headers: { authorization: `Bearer ${secretKey}` } });
    const { touchpoints } = await response.json();
    const [checkout, chat] = touchpoints;
    // All within 20 minutes, so every weight is 1: u = .8 1 .6 .4 0, s = −.8 −1 .6 .4 0.
    expect(checkout.intensity.value).toBeCloseTo((100 * (0.8 + 1 + 0.6 + 0.4)) / 5, 9);
    expect(checkout.valence.value).toBeCloseTo((100 * (-0.8 - 1 + 0.6 + 0.4)) / 5, 9);
    expect(checkout).toMatchObject({
      touchpoint: 'checkout',
      passed: 5,
      shown: 5,
      answered: 5,
      n: 5,
      nEff: 5,
      enough: true,
    });
    expect(chat).toMatchObject({ touchpoint: 'support-chat', shown: 1, answered: 1, enough: false, intensity: null });
  });

  test('the overview shows the figure, and its link opens nothing any more', async () => {
    await overview.getByRole('link', { name: 'Overview' }).first().click();
    const text = await overview.locator('main').innerText();
    expect(text).toMatch(/\b56\b/);
    expect(text).toContain('Support chat');
    const another = await browser.newContext();
    const stranger = await another.newPage();
    expect((await stranger.goto(signInLink()))?.status()).toBe(401);
    await another.close();
  });

  test('the database file has each response once, the comment, and equal tallies', async () => {
    const database = new Database(`${folder}/vivencia.db`, { readonly: true });
    expect(database.prepare('select count(*) from response').pluck().get()).toBe(6);
    expect(database.prepare('select text from comment').pluck().all()).toEqual(['The card form loses everything.']);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
    expect((await vivencia(folder, 'verify')).code).toBe(0);
  });

  test('nothing went wrong on any page', () => {
    expect(troubles).toEqual([]);
  });
});
