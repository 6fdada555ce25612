import type { LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { Trigger } from '@vivencia/contract/touchpoint';

/** Calls back with every trigger of one kind, and with the touchpoint that it is of. */
export function eachRule<On extends Trigger['on']>(
  touchpoints: Record<string, LoaderTouchpoint>,
  on: On,
  found: (touchpoint: string, rule: Extract<Trigger, { on: On }>) => void,
): void {
  for (const touchpoint in touchpoints)
    for (const rule of touchpoints[touchpoint]?.triggers ?? [])
      if (rule.on === on) found(touchpoint, rule as Extract<Trigger, { on: On }>);
}
