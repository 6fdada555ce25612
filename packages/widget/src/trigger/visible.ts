import { createDwell } from './dwell.ts';
import { rulesOf } from './rulesOf.ts';
import type { Watcher } from './watcher.ts';

/** However much a page changes, it is searched for new elements at most this often. */
const searchMs = 250;

/**
 * Triggers touchpoints when an element that their selector matches has been seen; once per element. Elements may come
 * later: a single-page application brings the next one with its next route, so the search never ends. A selector that is
 * not valid matches nothing.
 */
export const watchVisible: Watcher = (touchpoints, ended, likely) => {
  const searches = rulesOf(touchpoints, 'visible').flatMap(([touchpoint, { selector }]) => {
    try {
      document.querySelector(selector);
    } catch {
      return [];
    }
    const known = new WeakSet<Element>();
    const observe = createDwell((element) => ended(touchpoint, {}, element), likely);
    return () => {
      for (const element of document.querySelectorAll(selector))
        if (!known.has(element)) {
          known.add(element);
          observe(element);
        }
    };
  });
  if (!searches.length) return;
  let planned: unknown;
  const search = () => {
    planned = undefined;
    for (const find of searches) find();
  };
  search();
  new MutationObserver(() => {
    planned ??= setTimeout(search, searchMs);
  }).observe(document, { childList: true, subtree: true });
};
