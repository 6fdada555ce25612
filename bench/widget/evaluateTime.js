import { readFileSync } from 'node:fs';
import { figure } from '../support/figure.js';
import { median } from '../support/median.js';
import { spread } from '../support/spread.js';
import { visit } from '../support/visit.js';

const budget = { must: 1.5, aim: 1 };
const rounds = 21;
/** The throttle works in bursts longer than one evaluation takes, so many are summed, the scripts taking turns. */
const evaluations = 16;

/**
 * How long the main thread is busy with the loader, from source text to the end of its run, as a share of web-vitals'
 * iife: each by a script element in frames of its own, all in one page; milliseconds, on a slow CPU.
 */
export async function evaluateTime(browser, shop) {
  const webVitals = new URL('../../node_modules/web-vitals/dist/web-vitals.iife.js', import.meta.url);
  const codes = [await (await fetch(shop.script)).text(), readFileSync(webVitals, 'utf8')];
  const sums = await visit(browser, shop.page(), async ({ page, slowDown, speedUp }) => {
    const sums = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(prepareFrames, { codes, evaluations });
      await slowDown();
      sums.push(await page.evaluate('evaluateAll()'));
      await speedUp();
    }
    return sums;
  });
  const ratios = sums.map(([loader, webVitals]) => loader / webVitals);
  const milliseconds = (place) => median(sums.map((sum) => sum[place])) / evaluations;
  return {
    ...figure(median(ratios), budget),
    spread: spread(ratios),
    milliseconds: { loader: milliseconds(0), webVitals: milliseconds(1) },
    rounds,
    evaluations,
  };
}

/** In the page: fresh frames with a script each, whose text is new and so has to be compiled. */
function prepareFrames({ codes, evaluations }) {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  const turns = Array.from({ length: evaluations }, (_, turn) => {
    const scripts = codes.map((code, place) => {
      const { contentDocument } = document.body.appendChild(document.createElement('iframe'));
      const script = contentDocument.createElement('script');
      script.textContent = `/* ${Math.random()} */${code}`;
      return { place, evaluate: () => contentDocument.head.append(script) };
    });
    return turn % 2 ? scripts.reverse() : scripts;
  });
  window.evaluateAll = () => {
    const sums = codes.map(() => 0);
    for (const { place, evaluate } of turns.flat()) {
      const start = performance.now();
      evaluate();
      sums[place] += performance.now() - start;
    }
    return sums;
  };
}
