import { onRoute } from './route.ts';
import { urlMatches } from './urlRule.ts';
import type { Watcher } from './watcher.ts';

/** Triggers a touchpoint when the visitor arrives at an address that one of its rules names. */
export const watchAddress: Watcher = (touchpoints, ended) => {
  const at: Record<string, string | false | undefined> = {};
  onRoute(() => {
    for (const key in touchpoints) {
      const path = touchpoints[key]?.triggers?.some((rule) => urlMatches(rule, location)) && location.pathname;
      // Applications rewrite the query of the page they are on; only another path is another arrival.
      if (path && path !== at[key]) ended(key);
      at[key] = path;
    }
  });
};
