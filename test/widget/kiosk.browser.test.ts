import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { extent } from '../trust/extent.ts';

// A page after the other, on machines that do other things besides.
vi.setConfig({ testTimeout: 300_000 });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let tested: TestApp;
let context: BrowserContext;
let server: ServerType | null;
let port = 0;
let kiosk: { id: number; url: string };
/** Exceptions, and what the console says: of broken policies, too. */
let disturbances: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  tested = await testApp({}, { now: Date.now });
  port = 0;
  await listen();
  disturbances = [];
});
afterEach(async () => {
  await context?.close();
  await deaf();
  await tested.remove();
  expect(disturbances).toEqual([]);
});

/** On the same port as before, where there was one. */
async function listen(): Promise<void> {
  server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: tested.app.fetch, port, hostname: '127.0.0.1' }, () => resolve(started));
  });
  port = (server.address() as AddressInfo).port;
}
async function deaf(): Promise<void> {
  const closing = server;
  server = null;
  if (!closing) return;
  if ('closeAllConnections' in closing) closing.closeAllConnections();
  await new Promise((resolve) => closing.close(resolve));
}

async function settle(settings: Partial<TouchpointSettings> = {}, locale: string | null = 'en'): Promise<void> {
  await tested.store.putTouchpoint(tested.site.id, 'hall', { ...defaultSettings('hall'), ...settings });
  const added = await tested.store.addKiosk(tested.site.id, { name: 'Hall', touchpoint: 'hall', locale });
  kiosk = { id: added?.kiosk.id ?? 0, url: `http://127.0.0.1:${port}/k/${added?.token}` };
}
async function tablet(options: BrowserContextOptions = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true, ...options });
}
async function open(): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => disturbances.push(String(error)));
  page.on('console', (message) => {
    // A device without a network says so itself.
    if (!/ERR_(CONNECTION|INTERNET|NETWORK)/.test(message.text())) disturbances.push(message.text());
  });
  await page.goto(kiosk.url);
  await page.locator('.emotions').waitFor();
  return page;
}

/** As a screen reader does: no tap of it is a double one, however soon it comes. */
const press = (page: Page, value: string) =>
  page.locator(`input[value="${value}"]`).evaluate((input: HTMLElement) => input.click());
const atStart = (page: Page) => page.locator('.emotions').waitFor();
const responses = () => tested.store.readResponses(tested.site.id, null, 10_000);
const repeats = async () => {
  const today = Math.floor(Date.now() / 86_400_000);
  const passes = await tested.store.readPasses({ site: tested.site.id, fromDay: today - 1, toDay: today + 1 });
  return passes.map(({ reason, count }) => `${reason} ${count}`);
};
const letters = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('vivencia.outbox')).length);

describe('a person after the other', () => {
  test('taps a face, then how strongly, and finds the question again', async () => {
    await settle();
    await tablet();
    const page = await open();
    await page.locator('label:has([value=angry])').tap();
    await page.waitForTimeout(350);
    await page.locator('label:has([value="4"])').tap();
    await page.getByText('Thank you.').first().waitFor();
    await expect.poll(async () => (await responses()).map(({ strength }) => strength)).toEqual([4]);
    expect(await responses()).toMatchObject([{ emotion: 'angry', channel: 'kiosk', locale: 'en', version: 1 }]);
    await atStart(page);
  });

  test('a double tap says no strength, and is counted', async () => {
    await settle();
    await tablet();
    const page = await open();
    // Both at once: no machine is so slow that these were two taps.
    await page.evaluate(() => {
      for (const value of ['happy', '2']) {
        const tap = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 });
        document.querySelector(`[value="${value}"]`)?.dispatchEvent(tap);
      }
    });
    await expect.poll(repeats).toEqual(['repeat 1']);
    expect(await responses()).toMatchObject([{ emotion: 'happy', strength: null }]);
    expect(await page.locator('.strengths').count()).toBe(1);
  });

  const taps = extent({ quick: 24, full: 100 });

  test(`${taps} taps, repeats among them, are counted to the last`, async () => {
    await settle({ strength: false });
    await tablet();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(kiosk.url);
    await atStart(page);
    const feelings = ['happy', 'angry', 'indifferent', 'frustrated'];
    let answers = 0;
    let again = 0;
    for (let tap = 0; answers + again < taps; tap++) {
      await press(page, feelings[tap % 4] as string);
      answers++;
      for (let more = 0; more < tap % 3 && answers + again < taps; more++) {
        await page.clock.runFor(700);
        await page.locator('.thanks').tap({ position: { x: 300 + more * 100, y: 300 } });
        again++;
      }
      await page.clock.runFor(5_000);
      await atStart(page);
    }
    expect(answers + again).toBe(taps);
    await page.clock.runFor(60_000);
    await expect.poll(async () => (await responses()).length).toBe(answers);
    await expect.poll(repeats).toEqual([`repeat ${again}`]);
    const { counts } = (
      await tested.store.readTallies({
        site: tested.site.id,
        fromDay: Math.floor(Date.now() / 86_400_000) - 2,
        toDay: Math.floor(Date.now() / 86_400_000) + 2,
      })
    )[0] ?? { counts: [] };
    const felt = counts.filter(({ scale }) => scale === 'felt').reduce((sum, { count }) => sum + count, 0);
    expect(felt).toBe(answers);
  });
});

describe('without a network', () => {
  test('nothing is lost and nothing comes twice, and each answer keeps its moment', async () => {
    await settle({ strength: false });
    await tablet();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(kiosk.url);
    await atStart(page);
    await context.setOffline(true);
    const taps = extent({ quick: 15, full: 60 });
    for (let tap = 0; tap < taps; tap++) {
      await press(page, tap % 2 ? 'happy' : 'angry');
      await page.clock.runFor(60_000);
      await atStart(page);
    }
    expect(await responses()).toEqual([]);
    expect(await letters(page)).toBe(taps);
    await context.setOffline(false);
    await page.clock.runFor(70_000);
    await expect.poll(async () => (await responses()).length, { timeout: 20_000 }).toBe(taps);
    await expect.poll(() => letters(page)).toBe(0);
    const moments = (await responses()).map(({ at }) => at).sort((a, b) => a - b);
    const gaps = moments.slice(1).map((at, place) => Math.round((at - (moments[place] ?? 0)) / 10_000));
    expect(gaps.filter((gap) => gap === 6).length).toBeGreaterThanOrEqual(taps - 5);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test('it opens again, asks, and delivers when there is one', async () => {
    await settle({ strength: false });
    await tablet();
    const page = await open();
    await page.waitForFunction(async () => (await (await caches.open('vivencia-kiosk')).keys()).length === 1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await deaf();
    await page.reload();
    await atStart(page);
    await press(page, 'happy');
    await page.locator('.thanks').waitFor();
    await page.reload();
    await atStart(page);
    expect(await letters(page)).toBe(1);
    await listen();
    await page.reload();
    await expect.poll(async () => (await responses()).length).toBe(1);
  });

  test('what answers in the collector’s place takes no kiosk’s place', async () => {
    await settle();
    await tablet();
    const page = await open();
    await page.waitForFunction(async () => (await (await caches.open('vivencia-kiosk')).keys()).length === 1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await deaf();
    const portal = await new Promise<ServerType>((resolve) => {
      const started = serve(
        {
          fetch: () => new Response('Welcome', { headers: { 'content-type': 'text/html' } }),
          port,
          hostname: '127.0.0.1',
        },
        () => resolve(started),
      );
    });
    await page.reload();
    await atStart(page);
    if ('closeAllConnections' in portal) portal.closeAllConnections();
    await new Promise((resolve) => portal.close(resolve));
  });

  const dying = extent({ quick: 6, full: 20 });

  test(`${dying} pages that die while somebody answers lose nothing that was tapped`, async () => {
    await settle();
    await tablet();
    // Keeps the window open.
    await context.newPage();
    for (let died = 0; died < dying; died++) {
      const page = await open();
      if (died % 3 === 0) await deaf();
      await press(page, died % 2 ? 'happy' : 'angry');
      await page.waitForTimeout((died * 7) % 40);
      const crashed = page.waitForEvent('crash');
      const session = await context.newCDPSession(page);
      session.send('Page.crash').catch(() => {});
      await crashed;
      await page.close();
      if (!server) await listen();
    }
    const page = await open();
    await expect.poll(async () => (await responses()).length, { timeout: 15_000 }).toBe(dying);
    await expect.poll(() => letters(page)).toBe(0);
    expect((await tested.store.verify()).differences).toEqual([]);
  });
});

describe('a kiosk that was ended', () => {
  test('says so, keeps what it has not sent, and a new one of the same touchpoint sends it', async () => {
    await settle({ strength: false });
    await tablet();
    const page = await open();
    await page.waitForFunction(async () => (await (await caches.open('vivencia-kiosk')).keys()).length === 1);
    await context.setOffline(true);
    await press(page, 'happy');
    await page.locator('.thanks').waitFor();
    await tested.store.revokeKiosk(tested.site.id, kiosk.id);
    // What is remembered of it is forgotten after half a second.
    await page.waitForTimeout(600);
    await context.setOffline(false);
    // The collector has told so, and the page is loaded anew once nobody answers.
    await page.getByText('This screen asks nothing any more').waitFor({ timeout: 25_000 });
    await page.getByText('One answer that was given here is still on this device').waitFor();
    await page.reload();
    await page.getByText('One answer that was given here is still on this device').waitFor();
    disturbances = disturbances.filter((line) => !/410/.test(line));
    expect(await responses()).toEqual([]);
    await settle({ strength: false });
    await open();
    await expect.poll(async () => (await responses()).length).toBe(1);
  });
});

describe('whoever stands before it', () => {
  test.each([
    ['light', 'en', 1280, 800],
    ['dark', 'ar', 768, 1024],
    ['light', 'de', 320, 568],
  ] as const)('axe finds nothing: %s, %s, %i × %i', async (colorScheme, locale, width, height) => {
    await settle({}, locale);
    await tablet({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await open();
    await page.evaluate(axe);
    const audit = async (step: string) => {
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: object[] }> } };
        return (await axe.run()).violations;
      });
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect({ step, violations, isWider }).toEqual({ step, violations: [], isWider: false });
    };
    await audit('emotion');
    await press(page, 'angry');
    await page.locator('.strengths').waitFor();
    await audit('strength');
    await press(page, '3');
    await page.locator('.thanks').waitFor();
    await audit('thanks');
  });

  test('answers by keyboard alone, and hears each step', async () => {
    await settle();
    await tablet();
    const page = await open();
    const heard = () => page.locator('[role=status]').textContent();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.strengths').waitFor();
    await expect.poll(heard).toBe('How strongly do you feel it?');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await page.locator('.thanks').waitFor();
    await expect.poll(heard).toBe('Thank you. This helps us improve.');
    await page.keyboard.press('Enter');
    await atStart(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await expect.poll(async () => (await responses()).map(({ strength }) => strength)).toEqual([2]);
    await expect.poll(repeats).toEqual(['repeat 1']);
  });

  test('finds the question again whatever goes wrong', async () => {
    await settle();
    await tablet();
    const page = await open();
    await press(page, 'angry');
    await page.locator('.strengths').waitFor();
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('anything');
      });
    });
    await atStart(page);
    disturbances = disturbances.filter((line) => !line.includes('anything'));
  });

  test('cannot zoom by tapping, select anything or open a menu', async () => {
    await settle();
    await tablet();
    const page = await open();
    const prevented = await page.evaluate(() =>
      ['contextmenu', 'dragstart', 'selectstart'].map(
        (type) => !document.querySelector('label')?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })),
      ),
    );
    expect(prevented).toEqual([true, true, true]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).touchAction)).toBe('pan-y');
  });
});
