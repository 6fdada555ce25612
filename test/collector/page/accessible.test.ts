import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { delivery } from '../../support/delivery.ts';
import { everyLook, hindrances } from '../../support/hindrances.ts';
import { type TestPages, testPages } from './testPages.ts';

let browser: Browser;
let empty: Served;
let full: Served;

interface Served {
  tested: TestPages;
  url: string;
  stop(): Promise<void>;
}

beforeAll(async () => {
  browser = await launchBrowser();
  empty = await served();
  full = await served();
  const { store, site } = full.tested;
  const answers = emotions.flatMap((emotion: Emotion, index) =>
    Array.from({ length: 6 }, () =>
      delivery(site.id, {
        touchpoint: `place-${index % 4}`,
        status: 'answered',
        emotion,
        strength: 1 + (index % 5),
        evaluation: { scale: 'nps', value: 9 },
        latencyMs: 1_000,
      }),
    ),
  );
  await store.recordStates([...answers, delivery(site.id, { touchpoint: 'shown-only' })]);
  const title = 'A touchpoint whose title is far too long for any table and has averyverylongwordwithoutanyblank';
  await store.putTouchpoint(site.id, 'place-1', { ...defaultSettings('place-1'), title });
  await store.putTouchpoint(site.id, 'returns', defaultSettings('returns'));
});

afterAll(async () => {
  await browser.close();
  await empty.stop();
  await full.stop();
});

async function served(): Promise<Served> {
  let url = 'http://127.0.0.1';
  const tested = await testPages(url);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: tested.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    await new Promise((resolve) => server.close(resolve));
    await tested.remove();
  };
  return { tested, url, stop };
}

it.each([
  ['an empty page', () => empty],
  ['a full page', () => full],
])('%s is accessible, does not scroll sideways and breaks no policy', async (_, page) => {
  const { url, tested } = page();
  const context = await browser.newContext();
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));

  // Signs in as a person does, by the link.
  await tab.goto(`${url}/login?token=${await tested.token()}`);
  expect(new URL(tab.url()).pathname).toBe('/');
  expect(await hindrances(tab, everyLook)).toEqual([]);
  expect(complaints).toEqual([]);
  // The style is in force: without it the page would be black on white.
  const background = async (colorScheme: 'light' | 'dark') => {
    await tab.emulateMedia({ colorScheme });
    return tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  expect([await background('light'), await background('dark')]).toEqual(['rgb(247, 247, 245)', 'rgb(20, 22, 26)']);
  await context.close();
});

describe('in a browser', () => {
  it('signs out by the button, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${full.url}/login?token=${await full.tested.token()}`);
    await tab.getByRole('button', { name: 'Sign out' }).click();
    expect(new URL(tab.url()).pathname).toBe('/login');
    await tab.goto(full.url);
    expect(new URL(tab.url()).pathname).toBe('/login');
    await context.close();
  });

  it('unfolds what stands behind a figure, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${full.url}/login?token=${await full.tested.token()}`);
    const balance = tab.locator('dt').getByText('Emotional balance', { exact: true }).first();
    expect(await balance.isVisible()).toBe(false);
    await tab.locator('tbody summary').first().click();
    expect(await balance.isVisible()).toBe(true);
    await tab.getByRole('link', { name: 'How sure?' }).click();
    expect(await tab.getByText('is a convention').isVisible()).toBe(true);
    await context.close();
  });
});

describe('the page in all', () => {
  it('is at most 60 KB gzip (pages.md), style and faces included', async () => {
    const { gzipSync } = await import('node:zlib');
    const page = await (await full.tested.get('/')).text();
    expect(gzipSync(page).length).toBeLessThan(60 * 1024);
  });
});
