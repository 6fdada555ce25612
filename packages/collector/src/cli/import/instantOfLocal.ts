import { dayOf } from '../../tally/bucket.ts';
import { offsetAt, quarterMs } from '../../tally/localClock.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * The instant at which a clock of the zone shows a local time. A time that comes twice, because the clock goes back,
 * is taken as the first; one that is skipped, because it goes forward, is none.
 *
 * @param local the local time as milliseconds since 1970 on that clock: what `Date.UTC` makes of its digits
 * @returns milliseconds since 1970 UTC, or `null` for a time that no clock there ever showed
 * @example 2026-03-29 02:30 in Europe/Madrid → null · 2026-10-25 02:30 → 00:30 UTC, not 01:30
 */
export function instantOfLocal(local: number, timeZone: string): number | null {
  // A day away on either side is beyond any offset, and no zone changes its clock twice within these two days.
  const offsets = [offsetAt(local - dayMs, timeZone), offsetAt(local + dayMs, timeZone)];
  const shown = offsets.map((offset) => local - offset).filter((at) => at + offsetAt(at, timeZone) === local);
  return shown.length > 0 ? Math.min(...shown) : null;
}

/**
 * The instant at which a local day begins: midnight, or where the clock skips that, the first time after it.
 *
 * @param day days since 1970-01-01 of the local date
 * @returns milliseconds since 1970 UTC, or `null` for a day that was skipped whole (Samoa, 30 December 2011)
 */
export function startOfLocalDay(day: number, timeZone: string): number | null {
  const midnight = instantOfLocal(day * dayMs, timeZone);
  if (midnight !== null) return midnight;
  let start = day * dayMs - offsetAt(day * dayMs - dayMs, timeZone);
  if (dayOf(start, timeZone) !== day) return null;
  // Zones change their clocks on quarter-hours.
  while (dayOf(start - quarterMs, timeZone) === day) start -= quarterMs;
  return start;
}
