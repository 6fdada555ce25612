import { figure } from '../support/figure.js';
import { interleaved } from '../support/interleaved.js';
import { median } from '../support/median.js';
import { spread } from '../support/spread.js';
import { visit } from '../support/visit.js';

const budget = { must: 3, aim: 2 };
const rounds = 25;

const appendDiv = `
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = '<div class="card">How did you feel?</div>';
  document.documentElement.append(host)`;

/**
 * From the trigger until the first frame that has the card is on the screen, as a share of what a plain div takes that is
 * appended: milliseconds, on a slow CPU. What is imported was fetched, and the card was drawn unseen, as it is when a
 * pointer goes down on what triggers. The card's fade of 160 ms starts with that frame.
 *
 * `madeOf` is the same until the page's thread is done with that frame: the screen waits for its next refresh, and a
 * share of both waits flatters us.
 */
export async function timeToPaint(browser, shop) {
  const address = shop.page(
    `<script async src="${shop.script}"></script><button data-vivencia-touchpoint="checkout">Pay</button>`,
  );
  const paint = (begin) => () =>
    visit(browser, address, async ({ page, slowDown }) => {
      await page.waitForFunction('window.vivencia');
      await page.locator('button[data-vivencia-touchpoint]').dispatchEvent('pointerdown');
      await page.waitForLoadState('networkidle');
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

/**
 * In the page: what is posted from a frame's callback arrives when that frame is made. Frames are not asked for before
 * the card is there: each would cost time of its own.
 */
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
      const arrival = new MutationObserver(() => {
        if (!isThere()) return;
        arrival.disconnect();
        requestAnimationFrame(() => {
          port2.postMessage('');
          requestAnimationFrame(() => painted({ made, shown: performance.now() - start }));
        });
      });
      arrival.observe(document.documentElement, { childList: true });
      // biome-ignore lint/security/noGlobalEval: the bench's own words.
      window.eval(begin);
    });
  });
}
