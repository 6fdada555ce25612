import { passesPath } from '@vivencia/contract/endpoint';
import type { Pass } from '@vivencia/contract/pass';
import { stringify } from '../delivery/stringify.ts';
import type { Page } from '../page.ts';

/** Counts an interaction that passed a touchpoint. Fire and forget: a count that is lost biases nothing. */
export function pass({ test, settings }: Page, passed: Omit<Pass, 'site'>): void {
  if (test) return;
  try {
    // A string is text/plain, which needs no preflight.
    navigator.sendBeacon(settings.collector + passesPath, stringify({ site: settings.site, ...passed }));
  } catch {
    // Some blockers take beacons away.
  }
}
