import type { TriggerOptions } from '../ask.ts';
import { rulesOf } from './rulesOf.ts';
import type { Watcher } from './watcher.ts';

/** What a page may say of the interaction in its event's detail. */
const said = ['interaction', 'segment', 'unexpected', 'endedAt', 'locale'] as const satisfies (keyof TriggerOptions)[];

/**
 * Triggers touchpoints when the page dispatches an event with the name that they wait for.
 * On its way down, an event of any element passes the window, whether it bubbles or not: one listener hears each once.
 */
export const watchEvents: Watcher = (touchpoints, ended) => {
  const rules = rulesOf(touchpoints, 'event');
  for (const name of new Set(rules.map(([, rule]) => rule.name))) {
    const asking = new Set(rules.flatMap(([touchpoint, rule]) => (rule.name === name ? touchpoint : [])));
    addEventListener(
      name,
      ({ target, detail }: Event & { detail?: unknown }) => {
        for (const touchpoint of asking)
          ended(touchpoint, optionsIn(detail), target instanceof Element ? target : undefined);
      },
      true,
    );
  }
};

/** Of a plain object, what it says of the interaction; anything else may happen to have the same names. */
export function optionsIn(detail: unknown): TriggerOptions {
  try {
    const kind = Object.getPrototypeOf(detail);
    if (kind && kind !== Object.prototype) return {};
    // What is named but not said would hide what the settings say.
    return Object.fromEntries(
      said.flatMap((name) => {
        const value = (detail as TriggerOptions)[name];
        return value == null ? [] : [[name, value]];
      }),
    );
  } catch {
    // No detail at all, or a getter that throws: neither is ours to report.
    return {};
  }
}
