import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identitySignature } from '../../packages/collector/src/access/ownSecret.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * A backend tells of an interaction that ended where no page was; whoever it was is asked on their next page. With the
 * real server, a shop on another origin and a real browser.
 */

const { folder, remove } = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let shop: Server;
let keys: { publicKey: string; secretKey: string; identitySecret: string };

beforeAll(async () => {
  const origin = ['--origin', 'http://127.0.0.1:*'];
  keys = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', ...origin, '--json')).stdout);
  server = await startServer(folder);
  browser = await launchBrowser();
  shop = createServer((request, response) => {
    const said = new URL(request.url ?? '/', 'http://shop').searchParams;
    const script = `${server.url}/s/${keys.publicKey}.js`;
    // As backends write pages: the calls stand in the page, before the script has come.
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
      <html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">
      <script>window.vivencia=window.vivencia||function(){(vivencia.q=vivencia.q||[]).push(arguments)};
      ${said.get('calls') ?? ''}</script>
      <script async ${said.get('attributes') ?? ''} src="${script}"></script></head><body><h1>My orders</h1></body></html>`);
  });
  await new Promise<void>((listening) => shop.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
  await server?.end('SIGTERM');
  remove();
});

let visitor: BrowserContext;
let asked: string[];
beforeEach(async () => {
  visitor = await browser.newContext();
  asked = [];
});
afterEach(() => visitor.close());

const signatureOf = (respondent: string) => identitySignature(keys.identitySecret, respondent);
const identified = (respondent: string, signature = signatureOf(respondent)) =>
  `vivencia('identify', '${respondent}', { signature: '${signature}' })`;

/** A page of the shop, as a visitor with storage of their own opens it. */
async function open(calls: string, attributes = ''): Promise<Page> {
  const page = await visitor.newPage();
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/armed') && request.method() === 'POST') asked.push(request.postData() ?? '');
  });
  const query = new URLSearchParams({ calls, attributes });
  await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/?${query}`);
  return page;
}

let orders = 0;
/** The backend tells of an order that was delivered a quarter of an hour ago; its id. */
async function deliver(respondent: string, touchpoint = 'delivery'): Promise<string> {
  const interaction = `order-${++orders}`;
  const endedAt = new Date(Date.now() - 15 * 60_000).toISOString();
  const answer = await fetch(`${server.url}/v1/interactions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ touchpoint, interaction, endedAt, respondent }),
  });
  expect(await answer.json()).toEqual({ interaction, armed: true });
  return interaction;
}

/** The page has heard what it shall ask about, and had time to ask. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.waitForTimeout(1_500);
}

const card = (page: Page) => page.locator('.card');

/** What is stored of an interaction. */
function stored(interaction: string): { respondent: string; latency: number; status: number } | undefined {
  const database = new Database(`${folder}/vivencia.db`, { readonly: true });
  const read = database.prepare('select respondent, status, latency_ms as latency from response where interaction = ?');
  const row = read.get(interaction);
  database.close();
  return row as ReturnType<typeof stored>;
}

describe('a person who is signed in', () => {
  test('is asked about it on their next page, and once', async () => {
    const interaction = await deliver('c-77');
    const page = await open(identified('c-77'));
    await card(page).waitFor();
    await page.locator('label:has(input[value="frustrated"])').click();
    await expect.poll(() => stored(interaction)?.latency).toBeGreaterThan(15 * 60_000);
    expect(stored(interaction)).toMatchObject({ respondent: 'c-77', status: 3 });
    expect(stored(interaction)?.latency).toBeLessThan(16 * 60_000);
    expect(asked).toHaveLength(1);

    asked = [];
    const next = await open(identified('c-77'));
    await settled(next);
    expect([await card(next).count(), asked.length]).toEqual([0, 1]);
  });

  test('is counted once among those that passed', async () => {
    await deliver('c-78', 'pickup');
    const page = await open(identified('c-78'));
    await card(page).waitFor();
    await page.waitForTimeout(500);
    const scores = await fetch(`${server.url}/v1/touchpoints/pickup/score`, {
      headers: { authorization: `Bearer ${keys.secretKey}` },
    });
    expect(await scores.json()).toMatchObject({ passed: 1, shown: 1 });
  });

  test('is not asked by another device, when one has shown the question', async () => {
    await deliver('c-79');
    const page = await open(identified('c-79'));
    await card(page).waitFor();
    await expect.poll(() => stored(`order-${orders}`)).toBeTruthy();
    await visitor.close();
    visitor = await browser.newContext();
    asked = [];
    const elsewhere = await open(identified('c-79'));
    await settled(elsewhere);
    expect(await card(elsewhere).count()).toBe(0);
  });

  test('is asked where a single-page application learns later who they are', async () => {
    await deliver('c-80');
    const page = await open('');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await page.evaluate(identified('c-80'));
    await card(page).waitFor();
    await page.evaluate(`${identified('c-80')}; ${identified('c-80')}`);
    await page.waitForTimeout(500);
    expect(asked).toHaveLength(1);
  });

  test('is asked only after they have consented', async () => {
    await deliver('c-81');
    const page = await open(identified('c-81'), 'data-consent');
    await page.waitForTimeout(1_500);
    expect(asked).toEqual([]);
    await page.evaluate("vivencia('consent', true)");
    await card(page).waitFor();
    expect(asked).toHaveLength(1);
  });
});

describe('nobody else is asked', () => {
  test.each([
    ['another person', () => identified('c-91')],
    ['whoever says that they are this one', () => identified('c-90', signatureOf('c-91'))],
  ])('%s', async (_, calls) => {
    await deliver('c-90', `for-${orders}`);
    const page = await open(calls());
    await settled(page);
    expect([await card(page).count(), asked.length]).toEqual([0, 1]);
  });

  test.each([
    ['nobody vouches for', "vivencia('identify', 'c-90', { segment: { plan: 'pro' } })"],
    ['nobody has named', ''],
  ])('and for a visitor whom %s the collector is not even asked', async (_, calls) => {
    const page = await open(calls);
    await page.waitForTimeout(1_500);
    expect([await card(page).count(), asked]).toEqual([0, []]);
  });
});
