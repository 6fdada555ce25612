import type { LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { Trigger } from '@vivencia/contract/touchpoint';

/** Every trigger of one kind, with the touchpoint that it is of. */
export const rulesOf = <On extends Trigger['on']>(touchpoints: Record<string, LoaderTouchpoint>, on: On) =>
  Object.entries(touchpoints).flatMap(([touchpoint, { triggers = [] }]) =>
    triggers.flatMap((rule) => (rule.on === on ? [[touchpoint, rule as Extract<Trigger, { on: On }>] as const] : [])),
  );
