import { dayOf } from './bucket.ts';
import { quarterMs } from './localClock.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Clocks are less than 16 hours away from UTC. */
const quartersAway = (16 * 60 * 60 * 1000) / quarterMs;

/**
 * The first quarter-hour of a local date, in milliseconds since 1970: mostly midnight, and 1:00 where a clock goes
 * forward then.
 *
 * @param day days since 1970-01-01
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 * @example dayStart(20779, 'Europe/Madrid') // 2026-11-21T23:00Z
 */
export function dayStart(day: number, timeZone: string): number {
  const moment = (quarter: number) => day * dayMs + quarter * quarterMs;
  let before = -quartersAway;
  let begun = quartersAway;
  while (begun - before > 1) {
    const middle = Math.floor((before + begun) / 2);
    if (dayOf(moment(middle), timeZone) >= day) begun = middle;
    else before = middle;
  }
  return moment(begun);
}
