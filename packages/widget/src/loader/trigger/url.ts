import type { LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import { onRoute } from './route.ts';
import { urlMatches } from './urlRule.ts';

/** Triggers a touchpoint when the visitor arrives at an address that one of its rules names. */
export function watchAddress(touchpoints: Record<string, LoaderTouchpoint>, arrived: (touchpoint: string) => void) {
  const at: Record<string, string | false | undefined> = {};
  onRoute(() => {
    for (const key in touchpoints) {
      const before = at[key];
      at[key] = touchpoints[key]?.triggers?.some((rule) => urlMatches(rule, location)) && location.pathname;
      // Applications rewrite the query of the page they are on; only another path is another arrival.
      if (at[key] && at[key] !== before) arrived(key);
    }
  });
}
