import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import type { Browser, BrowserContextOptions, CDPSession, Frame, Locator, Page } from 'playwright-core';
import type { Shop } from './shop.ts';
import { newTab } from './tabs.ts';

/** Before the next tap: sooner it would be a double tap's second one, which counts for nothing. */
export const doubleTapMs = 320;

/** Settings of a prompt with every step. */
export const everyStep: PromptSettings = {
  emotions: ['excited', 'happy', 'relieved', 'indifferent', 'confused', 'frustrated', 'angry'],
  strength: true,
  evaluation: 'nps',
  comment: 'optional',
  reasons: ['Delivery', 'Price', 'Payment', 'Finding things'].map((label) => ({
    key: label.toLowerCase().replace(' ', '-'),
    label: { en: label },
  })),
  wording: {},
  position: 'bottom-end',
};

/** Gives the shop's touchpoint these prompt settings. */
export function settle(shop: Shop, settings: Partial<PromptSettings>): void {
  shop.promptSettings.checkout = { ...everyStep, ...settings };
  Object.assign(shop.settings.touchpoints.checkout ?? {}, { prompt: true });
}

/** A page of the shop that has only what a page needs. */
export const plain = (tag: string, lang = 'en', head = '') =>
  `<html lang="${lang}"><head><title>Shop</title><link rel="icon" href="data:,">
   <meta name="viewport" content="width=device-width,initial-scale=1">${head}</head>
   <body><main><h1>Order received</h1><button id="before">Continue</button></main>${tag}</body></html>`;

/** Goes to a page, and writes down what goes wrong there. */
export async function visit(
  browser: Browser,
  address: string,
  disturbances: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newTab(browser, options);
  page.on('pageerror', (error) => disturbances.push(String(error)));
  page.on('console', (message) => {
    const asksForIcon = message.location().url.endsWith('/favicon.ico');
    if (['error', 'warning'].includes(message.type()) && !asksForIcon) disturbances.push(message.text());
  });
  await page.goto(address);
  return page;
}

/** Shows the prompt, by the page's own call. */
export async function show(page: Page | Frame, options: object = {}): Promise<void> {
  await page.waitForFunction(() => 'vivencia' in window && typeof window.vivencia === 'function');
  await page.evaluate((said) => {
    (window as unknown as { vivencia(...call: unknown[]): void }).vivencia('show', 'checkout', said);
  }, options);
  await page.locator('.card').waitFor();
}

const hands = new WeakMap<Page, { session: Promise<CDPSession>; tappedAt: number }>();

/**
 * Taps after a rest, so that it is no double tap's second one. Nobody waits for that: the browser is told that it is so
 * late by then.
 */
export async function tapRested(target: Locator): Promise<void> {
  const page = target.page();
  const hand = hands.get(page) ?? { session: page.context().newCDPSession(page), tappedAt: 0 };
  hands.set(page, hand);
  // In sight, at rest, and met by no other.
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error('what is tapped is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  hand.tappedAt = Math.max(hand.tappedAt, Date.now()) + doubleTapMs;
  const timestamp = hand.tappedAt / 1_000;
  const session = await hand.session;
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
    const button = type === 'mouseMoved' ? 'none' : 'left';
    await session.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1, timestamp });
  }
}

/** Chooses these values of one step after the other, as people do: not so soon that it were a double tap. */
export async function tap(page: Page | Frame, ...values: (string | number)[]): Promise<void> {
  for (const value of values) await tapRested(page.locator(`label:has(input[value="${value}"])`));
}
