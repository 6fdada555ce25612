import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, viewport } from './engine.ts';
import { focused } from './onPage.ts';

/** How long a visitor waits for what should come. */
export const patienceMs = 15_000;
/** Within it, a second tap on a face would be a double tap's, which counts for nothing. */
const betweenTapsMs = 350;
const mostTabs = 40;

/** Keys that have no character: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys = {
  Tab: '\uE004',
  Enter: '\uE006',
  Escape: '\uE00C',
  Space: ' ',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

export type Key = keyof typeof keys;

export interface Visitor {
  visit(address: string): Promise<void>;
  /** To the page before this one. */
  back(): Promise<void>;
  /** What a function of the page returns; it knows only its arguments, and all of them travel as JSON. */
  look<R, A extends unknown[]>(at: (...given: A) => R, ...given: A): Promise<Awaited<R>>;
  /** Looks until there is something to see. */
  see<R, A extends unknown[]>(at: (...given: A) => R, ...given: A): Promise<NonNullable<Awaited<R>>>;
  /** Waits until an element with this text, of the page or of the prompt, can be hit, and taps it. */
  tap(selector: string, text?: string): Promise<void>;
  press(...pressed: Key[]): Promise<void>;
  /** Presses Tab until `focused` says so. */
  tabTo(wanted: string): Promise<void>;
  /** By the keyboard, into what has focus. */
  type(text: string): Promise<void>;
}

/** Somebody at a browser, once it is there: they see pages, they have a mouse and a keyboard. */
export function visitorAt(browser: () => Engine): Visitor {
  const look: Visitor['look'] = async (at, ...given) => {
    const answer = await browser().evaluate(`(${at})(...${JSON.stringify(given)})`);
    return answer === undefined || answer === null ? undefined : JSON.parse(answer);
  };

  const see: Visitor['see'] = async (at, ...given) => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const seen = await look(at, ...given);
      if (seen) return seen;
      if (Date.now() > until) throw new Error(`never seen in ${patienceMs} ms: ${at} of ${JSON.stringify(given)}`);
      await wait(50);
    }
  };

  const strike = async (...struck: string[]) => {
    const actions = struck.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await browser().act([{ type: 'key', id: 'keyboard', actions }]);
  };

  return {
    look,
    see,
    async visit(address) {
      // What an earlier page left of the mouse shall not hover over this one.
      await browser().act([
        { type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x: 1, y: viewport.height / 2 }] },
      ]);
      await browser().open(address);
    },
    async back() {
      // Not at once: the answer would go away with the page.
      await look(() => {
        setTimeout(() => history.back());
      });
    },
    async tap(selector, text = '') {
      const place = await see(placeOf, selector, text);
      await wait(betweenTapsMs);
      await browser().act([
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', ...place },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
    press: (...pressed) => strike(...pressed.map((key) => keys[key])),
    async tabTo(wanted) {
      const passed: unknown[] = [];
      for (;;) {
        passed.push(await look(focused));
        if (passed.at(-1) === wanted) return;
        if (passed.length > mostTabs) throw new Error(`Tab never comes to ${wanted}, only to ${passed}`);
        await strike(keys.Tab);
      }
    },
    type: (text) => strike(...text),
  };
}

/** The middle of an element, if it is there and nothing is over it. */
function placeOf(selector: string, text: string): { x: number; y: number } | undefined {
  const view = document.querySelector('iframe')?.contentDocument ?? document;
  const prompt = view.querySelector('[popover]')?.shadowRoot;
  for (const root of [view, ...(prompt ? [prompt] : [])]) {
    for (const element of root.querySelectorAll(selector)) {
      if (!element.textContent.includes(text)) continue;
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      const hit = root.elementFromPoint(x, y);
      if (hit && element.contains(hit)) return { x, y };
    }
  }
}
