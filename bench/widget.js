import { readFileSync } from 'node:fs';
import './support/importTypescript.js';
import { openShop } from './support/openShop.js';
import { evaluateTime } from './widget/evaluateTime.js';
import { heap } from './widget/heap.js';
import { longTasks } from './widget/longTasks.js';
import { pageCost } from './widget/pageCost.js';
import { sizes } from './widget/sizes.js';
import { timeToPaint } from './widget/timeToPaint.js';

const settings = {
  checkout: { delayMs: 0, again: { answeredDays: 0, dismissedDays: 0 } },
  sampled: { sampling: 0 },
};

/**
 * What the widget costs a page, as shares of its budgets: the last build, served by a real collector to a real Chromium.
 * CPU times are with a CPU four times as slow, and compared with what else was timed in the same run.
 */
export async function run() {
  const manifest = JSON.parse(readFileSync(new URL('../packages/widget/dist/manifest.json', import.meta.url), 'utf8'));
  const { launchBrowser } = await import('../test/support/browser.ts');
  const shop = await openShop(settings);
  const browser = await launchBrowser();
  try {
    return {
      browser: browser.version(),
      sizes: sizes(manifest),
      evaluateOfWebVitals: await evaluateTime(browser, shop),
      paintOfDiv: await timeToPaint(browser, shop),
      heapKb: await heap(browser, shop),
      longTasks: await longTasks(browser, shop),
      ...(await pageCost(browser, shop)),
    };
  } finally {
    await browser.close();
    await shop.close();
  }
}
