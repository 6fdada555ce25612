import { figure } from '../support/figure.js';
import { interleaved } from '../support/interleaved.js';
import { median } from '../support/median.js';
import { visit } from '../support/visit.js';

const rounds = 7;

/**
 * Tasks that held the page for more than 50 ms while it loaded, a pointer went down on what triggers, a prompt was triggered and answered, on a slow CPU; the
 * same page and the same pauses without us beside it. `ours`: in how many of those frames a script of ours ran, by
 * the browser's own account.
 */
export async function longTasks(browser, shop) {
  const watched = `<script>${watch}</script>`;
  const tags = `<script async src="${shop.script}"></script><button data-vivencia-touchpoint="checkout">Pay</button>`;
  const [plain, asking] = [watched, watched + tags].map(shop.page);
  const counted = (address, isOurs) => () =>
    visit(browser, address, ({ page }) => page.evaluate(answer, { isOurs, collector: shop.collector }), { slow: true });
  const tasks = await interleaved(rounds, { plain: counted(plain, false), asking: counted(asking, true) });
  const of = (name, what) => tasks[name].map((seen) => seen[what]);
  return {
    ...figure(Math.max(0, median(of('asking', 'count')) - median(of('plain', 'count'))), { must: 0, aim: 0 }),
    count: { asking: of('asking', 'count'), plain: of('plain', 'count') },
    longest: { asking: median(of('asking', 'longest')), plain: median(of('plain', 'longest')) },
    ours: of('asking', 'ours'),
    rounds,
  };
}

const watch = `
  tasks = []; frames = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => frames.push(...list.getEntries())).observe({ type: 'long-animation-frame', buffered: true })`;

/** In the page: happy, and very strongly, with pauses as a quick person makes them. */
async function answer({ isOurs, collector }) {
  const pauseMs = 500;
  const pause = () => new Promise((over) => setTimeout(over, pauseMs));
  const step = async (act) => {
    await pause();
    if (isOurs) act();
  };
  const tap = (name) => () => document.documentElement.lastElementChild.shadowRoot.querySelector(name).click();
  const shown = isOurs && new Promise((shown) => document.addEventListener('vivencia:shown', shown));
  const button = document.querySelector('[data-vivencia-touchpoint]');
  await step(() => button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
  await step(() => button.click());
  await shown;
  await step(tap('.emotions input'));
  await step(tap('.strengths label:last-child input'));
  await step(tap('.send'));
  await pause();
  const { tasks, frames } = window;
  const runsOurs = ({ scripts }) => scripts.some(({ sourceURL }) => sourceURL.startsWith(collector));
  return {
    count: tasks.length,
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    ours: frames.filter(runsOurs).length,
  };
}
