import { figure } from '../support/figure.js';
import { median } from '../support/median.js';
import { visit } from '../support/visit.js';

const rounds = 5;

/**
 * What the page has of us besides: requests before anything is asked, how far a prompt moved what was there (cumulative
 * layout shift), and how long a trigger that asks nothing holds the page, in milliseconds on a slow CPU.
 */
export async function pageCost(browser, shop) {
  const address = shop.page(`<script async src="${shop.script}"></script>`);
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    seen.push(
      await visit(browser, address, async ({ page, slowDown }) => {
        await page.waitForLoadState('networkidle');
        const requests = await page.evaluate(requestsTo, shop.collector);
        const shift = await page.evaluate(shiftOfPrompt);
        await slowDown();
        return { requests, shift, suppressed: await page.evaluate(timeOfSuppressed) };
      }),
    );
  }
  const of = (name) => median(seen.map((each) => each[name]));
  return {
    requestsBeforeTrigger: figure(of('requests'), { must: 1, aim: 1 }),
    layoutShift: figure(of('shift'), { must: 0, aim: 0 }),
    suppressedTrigger: { milliseconds: of('suppressed') },
    rounds,
  };
}

function requestsTo(collector) {
  return performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(collector)).length;
}

/** In the page: a prompt comes and goes. Whatever moves without a tap of the visitor counts. */
async function shiftOfPrompt() {
  const fadedMs = 500;
  const pause = () => new Promise((over) => setTimeout(over, fadedMs));
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const shown = new Promise((shown) => document.addEventListener('vivencia:shown', shown));
  window.vivencia('trigger', 'checkout');
  await shown;
  await pause();
  window.vivencia('dismiss');
  await pause();
  return shift;
}

/** In the page: sampling leaves this one out; what decides that is already there. */
function timeOfSuppressed() {
  return new Promise((told) => {
    document.addEventListener('vivencia:suppressed', () => told(performance.now() - start));
    const start = performance.now();
    window.vivencia('trigger', 'sampled');
  });
}
