import { dateOfDay, dayOf, dayOfDate } from '../tally/bucket.ts';
import { InvalidQuery, type QueryError } from './invalidQuery.ts';

/** A stretch of local dates of a site, inclusive, as days since 1970-01-01. */
export interface Window {
  fromDay: number;
  toDay: number;
}

/** A window as it is told to people: inclusive local dates of the site. */
export interface Period {
  from: string;
  to: string;
  timeZone: string;
}

/** How many days, today among them, are meant where nothing is said. */
export const defaultWindowDays = 30;

/** The last days up to and including today. */
export function lastDays(days: number, now: number, timeZone: string): Window {
  const today = dayOf(now, timeZone);
  return { fromDay: today - days + 1, toDay: today };
}

/**
 * The days that `from` and `to` name: inclusive local dates of the site's time zone. Without `to` it ends today; without
 * `from` it is the 30 days up to its end.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery for what is not a date (2026-02-30 is not), and where `from` is after `to`
 * @example readWindow({ from: '2026-11-01', to: '2026-11-30' }, now, 'Europe/Madrid')
 */
export function readWindow(
  query: { from?: string | undefined; to?: string | undefined },
  now: number,
  timeZone: string,
): Window {
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

/** The window of as many days that ends where this one begins; no earlier than a date can say. */
export function windowBefore({ fromDay, toDay }: Window): Window {
  const days = toDay - fromDay + 1;
  return { fromDay: Math.max(firstDay, fromDay - days), toDay: Math.max(firstDay, fromDay - 1) };
}

export const periodOf = ({ fromDay, toDay }: Window, timeZone: string): Period => ({
  from: dateOfDay(fromDay),
  to: dateOfDay(toDay),
  timeZone,
});

/** The first that a date of four digits can say. */
const firstDay = dayOfDate('0001-01-01');

/** 0001…9999: what a date of four digits can say, and no more than a day's arithmetic from its edges. */
const datePattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

function readDate(text: string): number | null {
  if (!datePattern.test(text)) return null;
  const day = dayOfDate(text);
  // Date.parse takes 30 February for 2 March.
  return Number.isNaN(day) || dateOfDay(day) !== text ? null : day;
}
