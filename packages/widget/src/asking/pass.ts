import { passesPath } from '@vivencia/contract/endpoint';
import type { Pass } from '@vivencia/contract/pass';
import { responseLimits } from '@vivencia/contract/response';
import { stringify } from '../delivery/stringify.ts';
import type { Page } from '../page.ts';

let batch: Pass[] = [];

/**
 * Counts an interaction that passed a touchpoint. Fire and forget: a count that is lost biases nothing. What passes at
 * the same moment, as when all of a list comes into view, travels together.
 */
export function pass({ test, settings: { collector, site } }: Page, passed: Omit<Pass, 'site'>): void {
  if (test) return;
  if (batch.length % responseLimits.statesInOneDelivery === 0) {
    const passes: Pass[] = [];
    batch = passes;
    // Not a timer: a page that is being left has none.
    queueMicrotask(() => {
      if (batch === passes) batch = [];
      try {
        // A string is text/plain, which needs no preflight.
        navigator.sendBeacon(collector + passesPath, stringify(passes));
      } catch {
        // Some blockers take beacons away.
      }
    });
  }
  batch.push({ site, ...passed } as Pass);
}
