import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const windows = new WeakMap<Browser, Map<string, BrowserContext>>();

/**
 * A tab in the window that all with these options share: a window of its own takes twice as long. What a page stores, the
 * next test's does not find all the same: each shop is an origin of its own.
 */
export async function newTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const open = windows.get(browser) ?? new Map<string, BrowserContext>();
  windows.set(browser, open);
  const name = JSON.stringify(options);
  let window = open.get(name);
  if (!window) {
    window = await browser.newContext(options);
    open.set(name, window);
    // Stays, and the window with it, when the others are closed.
    await window.newPage();
  }
  return window.newPage();
}

/** Closes all tabs of a browser; its windows stay. */
export async function closeTabs(browser: Browser): Promise<void> {
  const tabs = browser.contexts().flatMap((window) => window.pages().slice(1));
  await Promise.all(tabs.map((tab) => tab.close()));
}
