import type { Movements } from '../../stats/readMovements.ts';
import type { Window } from '../../stats/window.ts';
import { dayOf } from '../../tally/bucket.ts';

/**
 * How many days of a window have begun.
 *
 * @param now milliseconds since 1970
 */
export function daysPassed({ fromDay, toDay, hours }: Window, now: number, timeZone: string): number {
  if (hours) return (hours.last - hours.first + 4) / 96;
  return Math.max(1, Math.min(toDay, dayOf(now, timeZone)) - fromDay + 1);
}

/** Whether none of them has begun. */
export const isStillToCome = ({ fromDay, hours }: Window, now: number, timeZone: string): boolean =>
  !hours && fromDay > dayOf(now, timeZone);

/** How many of them have begun since a touchpoint's first answer among them: before, it was perhaps not there yet. */
export function daysHeard(touchpoint: string, { window, series }: Movements, passed: number): number {
  const firstDay = series.find((each) => each.touchpoint === touchpoint)?.sums[0]?.bucket;
  return window.hours || firstDay === undefined ? passed : Math.max(1, passed - (firstDay - window.fromDay));
}

/**
 * In how many days so many more answers come, if they come as they did; `null` where none came.
 *
 * @example daysUntil(2, 3, 30) // 20
 */
export const daysUntil = (more: number, answered: number, days: number): number | null =>
  answered === 0 ? null : Math.ceil((more * days) / answered);
