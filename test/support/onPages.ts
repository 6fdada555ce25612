import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openShop, type Shop } from './shop.ts';
import { closeTabs, newTab } from './tabs.ts';

export interface OnPages {
  browser: Browser;
  /** A new one for each test. */
  shop: Shop;
  /** What reached the page and should not have: exceptions, and errors on the console. */
  disturbances: string[];
  /** Opens an address in a tab of its own; `before` runs before the page's own scripts. */
  visit(address: string, options?: BrowserContextOptions, before?: string): Promise<Page>;
}

/** For the tests of one file: a browser, a shop for each test, and pages on which nothing of ours may throw. */
export function onPages(): OnPages {
  const here = { disturbances: [] } as unknown as OnPages;
  beforeAll(async () => {
    here.browser = await launchBrowser();
  });
  afterAll(() => here.browser?.close());
  beforeEach(async () => {
    here.shop = await openShop();
    here.disturbances = [];
  });
  afterEach(async () => {
    await closeTabs(here.browser);
    await here.shop.close();
  });
  here.visit = async (address, options = {}, before = '') => {
    const page = await newTab(here.browser, options);
    page.on('pageerror', (error) => here.disturbances.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && here.disturbances.push(message.text()));
    if (before) await page.addInitScript(before);
    await page.goto(address);
    await page.waitForFunction(() => typeof (window as { vivencia?: unknown }).vivencia === 'function');
    return page;
  };
  return here;
}

/** The calls of a page: `vivencia(...call)`. */
export const command = (page: Page, ...call: unknown[]) =>
  page.evaluate((given) => {
    (window as unknown as { vivencia(...call: unknown[]): void }).vivencia(...given);
  }, call);
