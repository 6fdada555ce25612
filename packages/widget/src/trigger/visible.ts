import { eachRule } from './eachRule.ts';
import type { Watcher } from './watcher.ts';

/** How long an element is in view until it counts as seen. */
const viewMs = 1_000;
/** However much a page changes, it is searched for new elements at most this often. */
const searchMs = 250;
/** Of the element, or of the viewport: what is taller than two viewports never shows half of itself. */
const enough = 0.5;
/** So fine that also an element as tall as 50 viewports is told about when it fills half of one. */
const thresholds = Array.from({ length: 101 }, (_, percent) => percent / 100);

/**
 * Triggers a touchpoint when an element that its selector matches has been in view for a second, in a page that is
 * itself visible; once per element. Elements may come later: a single-page application brings the next one with its
 * next route, so the search never ends. A selector that is not valid matches nothing.
 */
export const watchVisible: Watcher = (touchpoints, ended, likely) =>
  eachRule(touchpoints, 'visible', (touchpoint, { selector }) => {
    /** 0 for elements that have been seen. */
    const timers = new WeakMap<Element, unknown>();
    const wait = (element: Element) => {
      const { hidden } = document;
      const elapsed = () => {
        if (hidden || document.hidden) return wait(element);
        timers.set(element, 0);
        ended(touchpoint, {}, element);
      };
      timers.set(element, setTimeout(elapsed, viewMs));
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const { target } = entry;
          const timer = timers.get(target);
          if (!isInView(entry, innerWidth * innerHeight)) {
            if (timer) timers.delete(target);
            clearTimeout(timer as number);
          } else if (timer == null) {
            likely(touchpoint);
            wait(target);
          }
        }
      },
      { threshold: thresholds },
    );
    let planned: unknown;
    const search = () => {
      planned = 0;
      // To observe again what is observed already does nothing.
      for (const element of document.querySelectorAll(selector)) observer.observe(element);
    };
    try {
      search();
      new MutationObserver(() => {
        if (!planned) planned = setTimeout(search, searchMs);
      }).observe(document, { childList: true, subtree: true });
    } catch {
      // The selector is not valid.
    }
  });

/**
 * Whether enough of an element is seen.
 *
 * @param viewport its area in px²
 */
export const isInView = (
  { intersectionRatio, intersectionRect: { width, height } }: IntersectionObserverEntry,
  viewport: number,
): boolean => intersectionRatio >= enough || width * height > enough * viewport;
