import { bucketOf, dateOfDay, dayOf, hourStart } from '../tally/bucket.ts';
import { quarterMs } from '../tally/localClock.ts';
import { wrong } from './invalidQuery.ts';
import { localIso } from './localIso.ts';
import type { Window } from './window.ts';

export const trendGrains = ['hour', 'day', 'week'] as const;
export type TrendGrain = (typeof trendGrains)[number];

/** One step of a trend: the buckets that it sums, from the first to the last. */
export interface Stretch {
  /** A local date of the site; of an hour its beginning, with the clock's offset. */
  from: string;
  /** Hours for steps of an hour, otherwise days; see tally/bucket.ts. */
  first: number;
  last: number;
}

/** More than a year of hours; a chart of more says nothing, and a window may span ten thousand years. */
const mostStretches = 10_000;

/**
 * The steps of a window that have begun, without gaps. Weeks begin on Monday; the first and last may be cut short by
 * the window, and then `from` is the first day that is counted.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery where they would be too many
 */
export function trendStretches(grain: TrendGrain, window: Window, timeZone: string, now: number): Stretch[] {
  const begun = { ...window, toDay: Math.min(window.toDay, dayOf(now, timeZone)) };
  if ((begun.toDay - begun.fromDay + 1) * stretchesInDay[grain] > mostStretches) {
    throw wrong('bucket', `would make more than ${mostStretches} steps in this period`);
  }
  return stretchesOf[grain](begun, timeZone, now);
}

const stretchesInDay: Record<TrendGrain, number> = { hour: 24, day: 1, week: 1 / 7 };

const stretchesOf: Record<TrendGrain, (window: Window, timeZone: string, now: number) => Stretch[]> = {
  hour: hours,
  day: days,
  week: weeks,
};

const hourMs = 3_600_000;
/** Clocks are at most 14 hours ahead of UTC, so this long before a day's beginning in UTC it has begun nowhere. */
const beforeAnyMidnightMs = 15 * hourMs;

function hours({ fromDay, toDay, hours: only }: Window, timeZone: string, now: number): Stretch[] {
  const stretches: Stretch[] = [];
  let moment = fromDay * 24 * hourMs - beforeAnyMidnightMs;
  for (;;) {
    const { hour, day } = bucketOf(moment, timeZone);
    const before = stretches.at(-1);
    // Where a clock moves by half an hour, hours are shorter or longer: each goes on until the next begins.
    if (before) before.last = hour - 1;
    if (day > toDay || moment > now) return stretches;
    if (day >= fromDay && hour >= (only?.first ?? hour))
      stretches.push({ from: localIso(moment, timeZone), first: hour, last: hour });
    moment = momentAfter(hour, timeZone);
  }
}

/** When the hour after another begins. */
function momentAfter(hour: number, timeZone: string): number {
  let moment = hourStart(hour) + hourMs;
  // Local mean time, which clocks kept a century ago, is no quarter-hour's: there an hour may begin a little later.
  while (bucketOf(moment, timeZone).hour <= hour) moment += quarterMs;
  return moment;
}

function days({ fromDay, toDay }: Window): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = fromDay; day <= toDay; day++) stretches.push({ from: dateOfDay(day), first: day, last: day });
  return stretches;
}

function weeks({ fromDay, toDay }: Window): Stretch[] {
  const stretches: Stretch[] = [];
  for (let first = fromDay; first <= toDay; first = mondayAfter(first)) {
    stretches.push({ from: dateOfDay(first), first, last: Math.min(toDay, mondayAfter(first) - 1) });
  }
  return stretches;
}

/** 1970-01-01, day 0, was a Thursday: day 4 was a Monday. */
const mondayAfter = (day: number) => day + 7 - ((((day - 4) % 7) + 7) % 7);
