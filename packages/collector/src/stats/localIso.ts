import { offsetAt } from '../tally/localClock.ts';

const minuteMs = 60_000;

/**
 * A moment on a site's own clock, to the minute, with the clock's offset: unique even where a clock goes back.
 *
 * @param moment milliseconds since 1970
 * @example localIso(Date.UTC(2026, 10, 22, 13), 'Europe/Madrid') // "2026-11-22T14:00+01:00"
 */
export function localIso(moment: number, timeZone: string): string {
  const offset = offsetAt(moment, timeZone);
  const clock = new Date(moment + offset).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${clock}${offset < 0 ? '-' : '+'}${hour}:${minute}`;
}
