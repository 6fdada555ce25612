import type { TriggerOptions } from '../ask.ts';
import { eachRule } from './eachRule.ts';
import type { Watcher } from './watcher.ts';

/**
 * Triggers a touchpoint when the page dispatches an event with the name that it waits for.
 * On its way down, an event of any element passes the window, whether it bubbles or not: one listener hears each once.
 */
export const watchEvents: Watcher = (touchpoints, ended) =>
  eachRule(touchpoints, 'event', (touchpoint, { name }) =>
    addEventListener(
      name,
      ({ target, detail }: Event & { detail?: unknown }) =>
        ended(touchpoint, optionsIn(detail), target instanceof Element ? target : undefined),
      true,
    ),
  );

/** What a plain object says of the interaction; anything else may happen to have the same names. */
export function optionsIn(detail: unknown): TriggerOptions {
  const options: Record<string, unknown> = {};
  try {
    const said = detail as Record<string, unknown>;
    if (said.constructor === Object)
      // What is named but not said would hide what the settings say.
      for (const name of [
        'interaction',
        'segment',
        'unexpected',
        'endedAt',
        'locale',
      ] satisfies (keyof TriggerOptions)[])
        if (said[name] != null) options[name] = said[name];
  } catch {
    // No detail at all, or a getter that throws: neither is ours to report.
  }
  return options;
}
