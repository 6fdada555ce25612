import type { Browser, BrowserContext, Page } from 'playwright-core';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { extent } from '../trust/extent.ts';

const dayMs = 86_400_000;
/** As many as one delivery may bring. */
const answersOfDay = extent({ quick: 10, full: 50 });

let browser: Browser;
let shop: Shop;
let context: BrowserContext;
/** Exceptions that reached a page. There shall be none, whatever happens to it. */
let disturbances: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await openShop();
  disturbances = [];
  await enter(browser);
});
afterEach(async () => {
  await context.close();
  await shop.close();
  expect(disturbances).toEqual([]);
});

async function enter(visitors: Browser): Promise<void> {
  context = await visitors.newContext();
  context.on('weberror', (error) => disturbances.push(String(error.error())));
}

async function visit(before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await context.newPage();
  await before?.(page);
  await page.goto(shop.page(`<title>Shop</title><link rel="icon" href="data:,">${shop.tag()}`));
  await page.waitForFunction(() => typeof (window as { vivencia?: unknown }).vivencia === 'function');
  return page;
}

async function ask(page: Page): Promise<void> {
  await page.evaluate("vivencia('show', 'checkout')");
  await page.locator('.card').waitFor();
}

/** One answer, and the prompt is closed again. As by keyboard: taps in so quick a succession are taken for double ones. */
async function answer(page: Page): Promise<void> {
  await ask(page);
  await page
    .locator('.emotions input')
    .first()
    .evaluate((face: HTMLInputElement) => face.click());
  await page.evaluate("vivencia('dismiss')");
}

/** Another page of the shop, which delivers what earlier ones left without asking anything. */
const comeBack = (before?: (page: Page) => Promise<unknown>): Promise<Page> => visit(before);

const letters = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('vivencia.outbox ')));
const answered = () => [...shop.stored.values()].filter(({ state }) => state.status === 'answered');
/** Every revision of every response that changed something, and how often it did. */
const counted = () => [...shop.stored.values()].flatMap(({ accepted }) => Object.values(accepted));
/** Of each revision, how often it came. */
const repeated = () => {
  const came = shop.deliveries.map(({ id, revision }) => `${id} ${revision}`);
  return came.length - new Set(came).size;
};
const delivered = (count: number, timeout = 10_000) => expect.poll(() => answered().length, { timeout }).toBe(count);

describe(`offline for a day, ${answersOfDay} answers`, () => {
  test.each<[string, (page: Page) => Promise<Page>]>([
    [
      'in the page that stays open',
      async (page) => {
        await page.clock.fastForward(dayMs);
        await context.setOffline(false);
        return page;
      },
    ],
    [
      'in the next day’s page',
      async (page) => {
        const tomorrow = (await page.evaluate<number>('Date.now()')) + dayMs;
        await page.close();
        await context.setOffline(false);
        return comeBack((next) => next.clock.install({ time: tomorrow }));
      },
    ],
  ])(
    'all are delivered once %s',
    async (_, dayPasses) => {
      const page = await visit((page) => page.clock.install());
      await ask(page);
      await delivered(0);
      await page.evaluate("vivencia('dismiss')");
      // That it was shown may have been overtaken by that it was dismissed.
      await expect.poll(() => shop.deliveries.at(-1)?.status).toBe('dismissed');
      await expect.poll(() => letters(page)).toEqual([]);
      shop.stored.clear();
      await context.setOffline(true);
      for (let place = 0; place < answersOfDay; place++) await answer(page);
      expect(await letters(page)).toHaveLength(answersOfDay);
      expect(shop.stored.size).toBe(0);
      const later = await dayPasses(page);
      await delivered(answersOfDay);
      await expect.poll(() => letters(later)).toEqual([]);
      expect(counted().every((times) => times === 1)).toBe(true);
      expect(repeated()).toBe(0);
      const ages = answered().map(({ state }) => state.ageMs ?? 0);
      expect(Math.min(...ages)).toBeGreaterThanOrEqual(dayMs);
      expect(Math.max(...ages)).toBeLessThan(dayMs + 300_000);
    },
    120_000,
  );
});

describe('a collector that is not itself', () => {
  test('is down, then up', async () => {
    shop.delivery = 'down';
    const page = await visit();
    await answer(page);
    await page.waitForTimeout(500);
    expect(await letters(page)).toHaveLength(1);
    shop.delivery = 'up';
    await delivered(1);
    await expect.poll(() => letters(page)).toEqual([]);
    expect(shop.requests.at(-1)?.contentType).toBe('text/plain;charset=UTF-8');
  });

  test('answers HTML with a 200, as the network of a hotel does', async () => {
    shop.delivery = 'portal';
    const page = await visit();
    await answer(page);
    await page.waitForTimeout(500);
    expect(await letters(page)).toHaveLength(1);
    shop.delivery = 'up';
    await delivered(1);
    await expect.poll(() => letters(page)).toEqual([]);
  });

  test('asks to come back in 3 seconds', async () => {
    shop.refusals.push({ status: 429, headers: { 'retry-after': '3' } });
    const page = await visit();
    await answer(page);
    await delivered(1);
    const [first, second] = shop.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_990);
    expect(shop.requests).toHaveLength(2);
  });

  test('refuses one of several: the others arrive', async () => {
    shop.delivery = 'down';
    const page = await visit();
    for (let place = 0; place < 3; place++) await answer(page);
    await page.evaluate(() => {
      const [name = ''] = Object.keys(localStorage).filter((name) => name.startsWith('vivencia.outbox '));
      const id = '00000000-0000-7000-8000-000000000000';
      const state = { ...JSON.parse(localStorage.getItem(name) ?? ''), id, strength: 9 };
      localStorage.setItem(name.replace(/ [^ ]+ (\d+)$/, ` ${id} $1`), JSON.stringify(state));
    });
    // The next page has all four from its start. This one may be delivering the three it knows, and then look no more.
    await page.close();
    shop.delivery = 'up';
    const next = await comeBack((page) =>
      page.addInitScript(
        "failures = []; addEventListener('vivencia:failed', ({ detail }) => failures.push(detail.problem))",
      ),
    );
    await delivered(3);
    await expect.poll(() => next.evaluate('failures')).toEqual(['invalid_response']);
    await expect.poll(() => letters(next)).toEqual([]);
  });
});

describe('storage', () => {
  const forbid = () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    }
  };
  const fill = () => {
    let size = 1 << 20;
    for (let place = 0; size; place++) {
      try {
        localStorage.setItem(`filling ${place}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
    }
  };

  test.each([
    ['whose getter throws', forbid],
    ['that is full to the brim', fill],
    ['that is absent', () => Object.defineProperty(window, 'localStorage', { value: null })],
  ])('%s: this page still delivers', async (_, prepare) => {
    shop.delivery = 'down';
    const page = await visit((page) => page.addInitScript(prepare));
    await answer(page);
    await answer(page);
    await page.waitForTimeout(300);
    shop.delivery = 'up';
    await delivered(2);
    expect(counted().every((times) => times === 1)).toBe(true);
  });

  test('with room for two letters keeps answers rather than what was merely shown', async () => {
    shop.delivery = 'down';
    const page = await visit((page) => page.addInitScript(fill));
    await answer(page);
    expect(await letters(page)).toEqual([]);
    await page.evaluate(() => localStorage.setItem('filling 0', 'x'.repeat((1 << 20) - 1_000)));
    await answer(page);
    await answer(page);
    await ask(page);
    const kept = await page.evaluate(() =>
      Object.entries(localStorage).flatMap(([name, text]) =>
        name.startsWith('vivencia.outbox ') ? JSON.parse(text).status : [],
      ),
    );
    expect(kept).toEqual(['answered', 'answered']);
  });
});

describe('two tabs', () => {
  test('deliver what both have, each letter once', async () => {
    shop.delivery = 'down';
    const [one, other] = [await visit(), await visit()];
    for (let place = 0; place < 3; place++) {
      await answer(one);
      await answer(other);
    }
    expect(await letters(one)).toHaveLength(6);
    await context.setOffline(true);
    shop.delivery = 'up';
    shop.slowMs = 200;
    await context.setOffline(false);
    await delivered(6);
    await expect.poll(() => letters(other)).toEqual([]);
    // Longer than any of them would wait for the other.
    await one.waitForTimeout(2_500);
    expect(repeated()).toBe(0);
  });

  test('that answer at the same time lose nothing of each other’s', async () => {
    const tabs = [await visit(), await visit()];
    await Promise.all(tabs.map(ask));
    shop.delivery = 'down';
    await Promise.all(tabs.map((tab) => tab.locator('.emotions label').first().click()));
    const [one, other] = tabs as [Page, Page];
    await expect.poll(() => letters(one)).toHaveLength(2);
    await one.close();
    await other.close();
    expect(answered()).toEqual([]);
    shop.delivery = 'up';
    await comeBack();
    await delivered(2);
  });
});

describe('the back/forward cache', () => {
  let remembering: Browser;
  beforeAll(async () => {
    // Playwright turns it off.
    remembering = await launchBrowser(['--disable-back-forward-cache']);
  });
  afterAll(() => remembering.close());

  test.each<[string, number, (page: Page) => Promise<unknown>]>([
    ['unanswered', 0, (page) => page.waitForTimeout(300)],
    ['unanswered, while that it was shown still travels', 3_000, async () => {}],
    ['right after a tap', 0, (page) => page.locator('.emotions label').first().click({ noWaitAfter: true })],
  ])('takes a page that is left %s', async (_, slowMs, before) => {
    await context.close();
    await enter(remembering);
    shop.slowMs = slowMs;
    const page = await visit((page) =>
      page.addInitScript("shows = []; addEventListener('pageshow', ({ persisted }) => shows.push(persisted))"),
    );
    await ask(page);
    await before(page);
    const away = shop.page('<title>Away</title>');
    await page.evaluate((away) => {
      location.href = away;
    }, away);
    // Not by polling: a script run in a page on its way into the cache throws it out.
    await page.waitForURL(away);
    await page.waitForTimeout(500);
    await page.evaluate('history.back()');
    await expect.poll(() => page.title()).toBe('Shop');
    await expect.poll(() => page.evaluate('shows')).toEqual([false, true]);
    // And is alive again.
    shop.slowMs = 0;
    await expect.poll(() => letters(page), { timeout: 10_000 }).toEqual([]);
    expect(counted().every((times) => times === 1)).toBe(true);
  });
});

describe('a tab that dies right after a tap', () => {
  const tabs = Number(process.env.KILL_TABS ?? extent({ quick: 10, full: 200 }));

  /**
   * A letter counts as stored when its page said so after `setItem` returned, and as known to be delivered when the page
   * told `delivered`. Nothing stored may be lost. "Twice" is what changed anything twice, or came once more after a page
   * knew that it had arrived; where a tab died between the collector's answer and hearing it, it comes again, and the
   * collector answers `unchanged`.
   */
  test(
    `${tabs} times: nothing stored is lost, nothing is counted twice`,
    async () => {
      const stored = new Set<string>();
      const known = new Map<string, number>();
      await context.exposeBinding('say', (_, kind: string, id: string, revision: number) => {
        if (kind === 'stored') stored.add(id);
        else known.set(`${id} ${revision}`, Date.now());
      });
      await context.addInitScript(() => {
        const { say } = window as unknown as { say(kind: string, id: string, revision: number): void };
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (name, text) {
          setItem.call(this, name, text);
          const { id, status, revision } = text.startsWith('{') ? JSON.parse(text) : ({} as never);
          if (status === 'answered') say('stored', id, revision);
        };
        document.addEventListener('vivencia:delivered', (event) => {
          const { id, revision } = (event as CustomEvent).detail;
          say('delivered', id, revision);
        });
      });
      const random = xoroshiro128plus(20_261_122);
      const upTo = (most: number) => uniformInt(random, 0, most);
      // Keeps the window open: another one for each tab takes three times as long.
      await context.newPage();
      for (let tab = 0; tab < tabs; tab++) {
        const page = await visit();
        await ask(page);
        shop.slowMs = upTo(40);
        shop.delivery = (['up', 'up', 'up', 'mute', 'down'] as const)[upTo(4)] ?? 'up';
        await page.locator('.emotions label').first().click({ noWaitAfter: true });
        await page.waitForTimeout(upTo(40));
        if (tab % 2) {
          const crashed = page.waitForEvent('crash');
          const session = await context.newCDPSession(page);
          session.send('Page.crash').catch(() => {});
          await crashed;
        }
        await page.close();
      }
      shop.delivery = 'up';
      shop.slowMs = 0;
      const page = await comeBack();
      await expect.poll(() => letters(page), { timeout: 20_000 }).toEqual([]);
      expect(stored.size).toBeGreaterThan(tabs * 0.8);
      expect([...stored].filter((id) => shop.stored.get(id)?.state.status !== 'answered')).toEqual([]);
      expect(counted().every((times) => times === 1)).toBe(true);
      const again = shop.requests.flatMap(({ at, states }) =>
        states.filter(({ id, revision }) => at > (known.get(`${id} ${revision}`) ?? Number.POSITIVE_INFINITY)),
      );
      expect(again).toEqual([]);
      if (process.env.KILL_TABS)
        console.log({ tabs, stored: stored.size, answered: answered().length, repeatedUnknowingly: repeated() });
    },
    tabs * 3_000,
  );
});
