import { figure } from '../support/figure.js';
import { interleaved } from '../support/interleaved.js';
import { median } from '../support/median.js';
import { spread } from '../support/spread.js';
import { visit } from '../support/visit.js';

const rounds = 5;
const bytesPerKb = 1_024;
const budgets = { loader: { must: 40, aim: 26 }, shown: { must: 220, aim: 165 } };

/**
 * What the page's JavaScript heap holds more, in KB, once the loader has run, and with a prompt on the page.
 *
 * A browser sets up what all elements have when a script first touches an element (70 KB), likewise for inputs, drawings,
 * the navigator, fetch. Whoever comes first seems to pay, and on nearly any page that is the page. So the figures are for a page
 * whose own script has used these; `overEmpty`: for one that has no script at all.
 */
export async function heap(browser, shop) {
  const tag = `<script async src="${shop.script}"></script>`;
  const own = `<script>${pagesOwn}</script>`;
  const heapOf = (head, until) => {
    const address = shop.page(head);
    return () => visit(browser, address, heldAfter(until));
  };
  const held = await interleaved(rounds, {
    page: heapOf(own, loaded),
    loader: heapOf(own + tag, loaded),
    shown: heapOf(own + tag, delivered),
    empty: heapOf('', loaded),
    emptyLoader: heapOf(tag, loaded),
    emptyShown: heapOf(tag, delivered),
  });
  const more = (name, than) => held[name].map((kb, round) => kb - held[than][round]);
  const judged = (kbs, budget) => ({ ...figure(median(kbs), budget), spread: spread(kbs) });
  return {
    loader: judged(more('loader', 'page'), budgets.loader),
    shown: judged(more('shown', 'page'), budgets.shown),
    overEmpty: { loader: median(more('emptyLoader', 'empty')), shown: median(more('emptyShown', 'empty')) },
    rounds,
  };
}

const pagesOwn = `addEventListener('load', () => {
  const form = document.createElement('form');
  for (const tag of ['input', 'textarea', 'label', 'fieldset', 'button']) form.append(document.createElement(tag));
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.append(document.createElementNS(icon.namespaceURI, 'path'), document.createElementNS(icon.namespaceURI, 'circle'));
  form.append(icon);
  document.body.dataset.language = navigator.language + location.pathname + localStorage.length;
  fetch(location.href).then((answer) => answer.text());
})`;

const settledMs = 400;
const loaded = 'Promise.resolve()';
const delivered = `new Promise((delivered) => {
  document.addEventListener('vivencia:delivered', delivered);
  vivencia('trigger', 'checkout');
})`;

// Not page.evaluate: what that brings with it lives in the same heap.
const heldAfter =
  (expression) =>
  async ({ page, cdp }) => {
    await cdp.send('Runtime.evaluate', { expression, awaitPromise: true });
    await page.waitForTimeout(settledMs);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return usedSize / bytesPerKb;
  };
