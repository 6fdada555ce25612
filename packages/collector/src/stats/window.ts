import { bucketOf, dateOfDay, dayOf, dayOfDate, dayOfHour, hourStart } from '../tally/bucket.ts';
import { InvalidQuery, type QueryError, wrong } from './invalidQuery.ts';
import { localIso } from './localIso.ts';

/** A stretch of local dates of a site, inclusive, as days since 1970-01-01. */
export interface Window {
  fromDay: number;
  toDay: number;
  /** Only these hours of the days, inclusive, as in tally/bucket.ts. */
  hours?: HourSpan;
}

export interface HourSpan {
  first: number;
  last: number;
}

/**
 * A window as it is told to people: inclusive local dates of the site; of hours, when the first began and the last
 * began, as local moments with the clock's offset.
 */
export interface Period {
  from: string;
  to: string;
  timeZone: string;
}

/** A week: what is longer is counted in days. */
export const mostHours = 168;

/** How many days, today among them, are meant where nothing is said. */
export const defaultWindowDays = 30;

/** The last hours of the site's clock up to and including the one that has begun. */
export function lastHours(hours: number, now: number, timeZone: string): Window {
  const last = bucketOf(now, timeZone).hour;
  return spanOfHours(last - quartersInHour * (hours - 1), last, timeZone);
}

const quartersInHour = 4;

const spanOfHours = (first: number, last: number, timeZone: string): Window => ({
  fromDay: dayOfHour(first, timeZone),
  toDay: dayOfHour(last, timeZone),
  hours: { first, last },
});

/** The last days up to and including today. */
export function lastDays(days: number, now: number, timeZone: string): Window {
  const today = dayOf(now, timeZone);
  return { fromDay: today - days + 1, toDay: today };
}

/**
 * The days that `from` and `to` name: inclusive local dates of the site's time zone. Without `to` it ends today; without
 * `from` it is the 30 days up to its end. Or the last `hours`, the one that has begun among them.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery for what is not a date (2026-02-30 is not), where `from` is after `to`, for hours that are not
 * 1–168, and for hours beside dates
 * @example readWindow({ from: '2026-11-01', to: '2026-11-30' }, now, 'Europe/Madrid')
 */
export function readWindow(
  query: { from?: string | undefined; to?: string | undefined; hours?: string | undefined },
  now: number,
  timeZone: string,
): Window {
  if (query.hours !== undefined) return readHours(query.hours, query, now, timeZone);
  const errors: QueryError[] = [];
  const read = (path: 'from' | 'to'): number | undefined => {
    const text = query[path];
    if (text === undefined) return undefined;
    const day = readDate(text);
    if (day === null) errors.push({ path, reason: 'must be a date like 2026-11-30' });
    return day ?? undefined;
  };
  const from = read('from');
  const to = read('to');
  if (errors.length > 0) throw new InvalidQuery(errors);
  const toDay = to ?? dayOf(now, timeZone);
  const fromDay = from ?? Math.max(firstDay, toDay - defaultWindowDays + 1);
  if (fromDay > toDay) throw new InvalidQuery([{ path: 'from', reason: 'must not be after to' }]);
  return { fromDay, toDay };
}

function readHours(
  text: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: number,
  timeZone: string,
) {
  const hours = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (hours < 1 || hours > mostHours) throw wrong('hours', `must be a whole number from 1 to ${mostHours}`);
  if (from !== undefined || to !== undefined) throw wrong('hours', 'must not stand beside from or to');
  return lastHours(hours, now, timeZone);
}

/** The window, as long, that ends where this one begins; no earlier than a date can say. */
export function windowBefore({ fromDay, toDay, hours }: Window, timeZone: string): Window {
  if (hours) {
    const lastBefore = bucketOf(hourStart(hours.first - 1), timeZone).hour;
    return spanOfHours(2 * hours.first - hours.last - quartersInHour, lastBefore, timeZone);
  }
  const days = toDay - fromDay + 1;
  return { fromDay: Math.max(firstDay, fromDay - days), toDay: Math.max(firstDay, fromDay - 1) };
}

export const periodOf = ({ fromDay, toDay, hours }: Window, timeZone: string): Period => ({
  from: hours ? localIso(hourStart(hours.first), timeZone) : dateOfDay(fromDay),
  to: hours ? localIso(hourStart(hours.last), timeZone) : dateOfDay(toDay),
  timeZone,
});

/** The first that a date of four digits can say. */
const firstDay = dayOfDate('0001-01-01');

/** 0001…9999: what a date of four digits can say, and no more than a day's arithmetic from its edges. */
const datePattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** The local date that a text names, as days since 1970-01-01; `null` where it is none (2026-02-30 is not). */
export function readDate(text: string): number | null {
  if (!datePattern.test(text)) return null;
  const day = dayOfDate(text);
  // Date.parse takes 30 February for 2 March.
  return Number.isNaN(day) || dateOfDay(day) !== text ? null : day;
}
