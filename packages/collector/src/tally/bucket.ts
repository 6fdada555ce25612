import { offsetAt, quarterMs } from './localClock.ts';

const hourMs = 4 * quarterMs;
const dayMs = 24 * hourMs;

/** The hour and the day, both of the site's own clock, that a moment falls in. */
export interface Bucket {
  /** Quarter-hours since 1970 UTC at which the local hour began: unique even where a clock goes back. */
  hour: number;
  /** Days since 1970-01-01 of the local date. */
  day: number;
}

/**
 * The bucket of a moment.
 *
 * @param moment milliseconds since 1970
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 * @example bucketOf(Date.parse('2026-11-01T18:40Z'), 'Asia/Kolkata') // 00:10 on 2 November there
 */
export function bucketOf(moment: number, timeZone: string): Bucket {
  const offset = offsetAt(moment, timeZone);
  const local = moment + offset;
  const hourStart = Math.floor(local / hourMs) * hourMs - offset;
  return { hour: Math.floor(hourStart / quarterMs), day: Math.floor(local / dayMs) };
}

/** The instant, in milliseconds since 1970, at which an hour bucket begins. */
export const hourStart = (hour: number) => hour * quarterMs;

/** The local date of the moment, as days since 1970-01-01. */
export const dayOf = (moment: number, timeZone: string) => bucketOf(moment, timeZone).day;

/** 20779 → "2026-11-22" */
export const dateOfDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

/** "2026-11-22" → 20779 */
export const dayOfDate = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);

/** The local date of an hour bucket. */
export const dayOfHour = (hour: number, timeZone: string) => dayOf(hourStart(hour), timeZone);
