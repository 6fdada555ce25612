import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';

const visible = new URL('../../../packages/widget/src/trigger/visible.ts', import.meta.url).pathname;

let browser: Browser;
let module: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const built = await build({
    entryPoints: [visible],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trigger',
  });
  module = built.outputFiles[0]?.text ?? '';
});
afterAll(() => browser.close());

/** A page 1,000 px wide and 800 px high, whose element with the class `done` is waited for. */
async function watch(body: string, selector = '.done') {
  const page = await (await browser.newContext({ viewport: { width: 1_000, height: 800 } })).newPage();
  const disturbances: string[] = [];
  page.on('pageerror', (error) => disturbances.push(String(error)));
  await page.setContent(`<!doctype html><style>body{margin:0}.above{height:2000px}</style>${body}`);
  await page.addScriptTag({ content: module });
  await page.evaluate(`seen = []; scrolledAt = seenAt = glimpses = 0;
    trigger.watchVisible(
      { article: { version: 1, triggers: [{ on: 'visible', selector: ${JSON.stringify(selector)} }] } },
      (touchpoint, options, element) => { seen.push(touchpoint + ' ' + element.id); seenAt = performance.now() },
      () => glimpses++,
    )`);
  return { page, disturbances };
}
const seen = (page: Page) => page.evaluate<string[]>('seen');
/** Scrolls to each place after the other; within the page, where no busy machine comes between. */
const scroll = (page: Page, tops: number[], restMs: number) =>
  page.evaluate(`(async () => {
    for (const top of ${JSON.stringify(tops)}) {
      scrollTo({ top, behavior: 'instant' });
      scrolledAt = performance.now();
      await new Promise((rested) => setTimeout(rested, ${restMs}));
    }
  })()`);

// Side by side: what they do is wait.
test.concurrent.for<[string, string, number, boolean]>([
  ['three quarters of it are in view', '<p class="done" style="margin:0;height:400px">', 1_500, true],
  ['a quarter of it is in view', '<p class="done" style="margin:0;height:400px">', 1_300, false],
  ['one 40 times as tall fills the viewport', '<p class="done" style="margin:0;height:32000px">', 2_500, true],
  ['one 40 times as tall fills a quarter of it', '<p class="done" style="margin:0;height:32000px">', 1_400, false],
  ['an empty mark is in view', '<div class="done"></div><p style="height:2000px">', 1_600, true],
  ['it is not displayed', '<p class="done" style="display:none;height:400px">', 2_000, false],
  [
    'its own scroller has not come to it',
    '<div style="height:300px;overflow:auto"><div class="above"></div><p class="done" style="height:100px"></div>',
    1_600,
    false,
  ],
])('an element is seen or not: %s', async ([_, element, top, expected], { expect }) => {
  const { page } = await watch(`<div class="above"></div>${element}</p><div class="above"></div>`);
  await scroll(page, [0, top], 1_300);
  if (expected) {
    await expect.poll(() => seen(page)).toEqual(['article ']);
    expect(await page.evaluate<number>('seenAt - scrolledAt')).toBeGreaterThan(990);
  } else {
    expect(await seen(page)).toEqual([]);
  }
  await page.context().close();
});

test('one that is read in small steps is seen, though none of them shows anything else', async () => {
  const { page } = await watch('<div class="above"></div><p class="done" style="margin:0;height:32000px"></p>');
  await scroll(
    page,
    Array.from({ length: 30 }, (_, step) => 1_200 + 40 * step),
    16,
  );
  await expect.poll(() => seen(page), { timeout: 5_000 }).toEqual(['article ']);
});

test('one that is scrolled past is not seen; coming back it is, once', async () => {
  const { page } = await watch(
    '<div class="above"></div><p class="done" style="height:400px"></p><div class="above"></div>',
  );
  await scroll(page, [1_800, 0, 1_800, 0], 400);
  expect(await seen(page)).toEqual([]);
  await scroll(page, [1_800, 0, 1_800], 1_300);
  expect([await seen(page), (await page.evaluate<number>('glimpses')) > 0]).toEqual([['article '], true]);
});

test('elements that come later are seen, each once, also when they are moved', async () => {
  const { page } = await watch('<main></main>');
  await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    setTimeout(() => main.insertAdjacentHTML('beforeend', '<p class="done" id="first">Thanks</p>'), 100);
    setTimeout(() => main.insertAdjacentHTML('beforeend', '<div><p class="done" id="second">Thanks</p></div>'), 600);
    setTimeout(() => main.prepend(document.getElementById('second') as HTMLElement), 2_200);
  });
  await page.waitForTimeout(4_500);
  expect(await seen(page)).toEqual(['article first', 'article second']);
});

test('a selector that is not valid disturbs nobody', async () => {
  const { page, disturbances } = await watch('<p class="done">', ':::');
  await page.evaluate("document.body.append('more')");
  await page.waitForTimeout(500);
  expect([await seen(page), disturbances]).toEqual([[], []]);
});
