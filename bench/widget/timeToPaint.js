import { figure } from '../support/figure.js';
import { interleaved } from '../support/interleaved.js';
import { median } from '../support/median.js';
import { spread } from '../support/spread.js';
import { visit } from '../support/visit.js';

const budget = { must: 3, aim: 2 };
const rounds = 15;

const appendDiv = `
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = '<div class="card">How did you feel?</div>';
  document.documentElement.append(host)`;

/**
 * From the trigger until the first frame that has the card is on the screen, as a share of what a plain div takes that is
 * appended: milliseconds, on a slow CPU. What is imported was preloaded, and not yet run. The card's fade of 160 ms
 * starts with that frame.
 *
 * `madeOf` is the same until the page's thread is done with that frame: the screen waits for its next refresh, and a
 * share of both waits flatters us.
 */
export async function timeToPaint(browser, shop, manifest) {
  const files = [manifest.ask.file, manifest['prompt.en'].file];
  const preloads = files.map((file) => `<link rel="modulepreload" href="${shop.collector}/assets/${file}">`);
  const address = shop.page(`<script async src="${shop.script}"></script>${preloads.join('')}`);
  const paint = (begin) => () =>
    visit(browser, address, async ({ page, slowDown }) => {
      await page.waitForFunction('window.vivencia');
      await slowDown();
      return page.evaluate(timesToPaint, begin);
    });
  const times = await interleaved(rounds, { prompt: paint("vivencia('trigger', 'checkout')"), div: paint(appendDiv) });
  const share = (name) => {
    const [prompt, div] = [times.prompt, times.div].map((list) => list.map((time) => time[name]));
    const milliseconds = { prompt: median(prompt), div: median(div) };
    return {
      ratio: milliseconds.prompt / milliseconds.div,
      milliseconds,
      spread: { prompt: spread(prompt), div: spread(div) },
    };
  };
  const { ratio, ...shown } = share('shown');
  return { ...figure(ratio, budget), ...shown, madeOf: share('made'), rounds };
}

/** In the page: what is posted from a frame's callback arrives when that frame is made. */
function timesToPaint(begin) {
  return new Promise((painted) => {
    const { port1, port2 } = new MessageChannel();
    const isThere = () => document.documentElement.lastElementChild.shadowRoot?.querySelector('.card');
    setTimeout(() => {
      const start = performance.now();
      let made;
      port1.onmessage = () => {
        made = performance.now() - start;
      };
      const look = () => {
        if (!isThere()) return requestAnimationFrame(look);
        port2.postMessage('');
        requestAnimationFrame(() => painted({ made, shown: performance.now() - start }));
      };
      // biome-ignore lint/security/noGlobalEval: the bench's own words.
      window.eval(begin);
      requestAnimationFrame(look);
    });
  });
}
