// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { isInView, watchVisible } from '../../../packages/widget/src/trigger/visible.ts';
import type { Ended } from '../../../packages/widget/src/trigger/watcher.ts';

const viewport = 1_000 * 800;

test.each<[string, number, number, number, boolean]>([
  ['nothing', 0, 0, 0, false],
  ['half of it', 0.5, 300, 100, true],
  ['less than half of it', 0.49, 300, 100, false],
  ['a tenth of a very tall one that fills the viewport', 0.1, 1_000, 800, true],
  ['a tenth of a tall one that fills a third of the viewport', 0.1, 1_000, 266, false],
  ['an empty mark in view', 1, 0, 0, true],
])('is in view: %s', (_, intersectionRatio, width, height, expected) => {
  const entry = { intersectionRatio, intersectionRect: { width, height } } as IntersectionObserverEntry;
  expect(isInView(entry, viewport)).toBe(expected);
});

/** happy-dom lays nothing out: the test says what is in view. */
let show: (element: Element, ratio: number) => void;
let hidden: boolean;
let ended: Mock<Ended>;
let likely: Mock<() => void>;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  const observed = new Map<Element, (entries: object[]) => void>();
  show = (target, intersectionRatio) =>
    observed.get(target)?.([{ target, intersectionRatio, intersectionRect: { width: 1, height: 1 } }]);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(readonly tell: (entries: object[]) => void) {}
      observe(element: Element) {
        observed.set(element, this.tell);
      }
    },
  );
  document.body.innerHTML = '';
  ended = vi.fn();
  likely = vi.fn();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const watch = (selector = '.done') =>
  watchVisible({ article: { version: 1, triggers: [{ on: 'visible', selector }] } }, ended, likely);
const add = () => {
  const element = document.body.appendChild(document.createElement('p'));
  element.className = 'done';
  return element;
};

test('an element that is in view for a second is seen, once', () => {
  const element = add();
  watch();
  show(element, 0.6);
  expect(likely).toHaveBeenCalled();
  vi.advanceTimersByTime(999);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  for (const ratio of [0.2, 1, 0, 1]) {
    show(element, ratio);
    vi.advanceTimersByTime(2_000);
  }
  expect(ended.mock.calls).toEqual([['article', {}, element]]);
});

test('scrolling within the view does not start the second again, leaving it does', () => {
  const element = add();
  watch();
  show(element, 0.6);
  vi.advanceTimersByTime(600);
  show(element, 0.4);
  show(element, 0.7);
  vi.advanceTimersByTime(600);
  show(element, 0.9);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(400);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('in a page that is hidden nothing is seen', () => {
  const element = add();
  watch();
  hidden = true;
  show(element, 1);
  vi.advanceTimersByTime(60_500);
  hidden = false;
  vi.advanceTimersByTime(999);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('a page that is left within the second has not shown it', () => {
  const element = add();
  watch();
  show(element, 1);
  vi.advanceTimersByTime(500);
  hidden = true;
  vi.advanceTimersByTime(600);
  expect(ended).not.toHaveBeenCalled();
});

test('each of several elements is seen, also one that comes later', async () => {
  const elements = [add(), add()];
  watch();
  elements.push(add());
  await vi.advanceTimersByTimeAsync(250);
  for (const element of elements) show(element, 1);
  vi.advanceTimersByTime(1_000);
  expect(ended.mock.calls.map(([, , element]) => element)).toEqual(elements);
});

test('however much changes, the page is searched four times a second', async () => {
  const search = vi.spyOn(document, 'querySelectorAll');
  watch('p.done');
  for (let change = 0; change < 100; change++) {
    add();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  const searches = search.mock.calls.filter(([selector]) => selector === 'p.done').length;
  expect(searches).toBeGreaterThan(2);
  expect(searches).toBeLessThanOrEqual(1 + 5);
});

test('a selector that is not valid matches nothing, and others go on', async () => {
  const element = add();
  watchVisible(
    {
      broken: { version: 1, triggers: [{ on: 'visible', selector: ':::' }] },
      article: { version: 1, triggers: [{ on: 'visible', selector: '.done' }] },
    },
    ended,
    likely,
  );
  show(element, 1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ended.mock.calls).toEqual([['article', {}, element]]);
});
