import { instantOfLocal, startOfLocalDay } from './instantOfLocal.ts';
import { parsePlainNumber } from './plainNumber.ts';

export const timeFormats = ['iso', 'seconds', 'milliseconds'] as const;
export type TimeFormat = (typeof timeFormats)[number];

/** Date, time, fraction of a second, offset; all but the date may be absent. */
const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(?:(Z)|([+-])(\d{2}):?(\d{2})?))?)?$/i;

const dayMs = 24 * 60 * 60_000;
const minuteMs = 60_000;

/**
 * When a row was answered.
 *
 * @param timeZone of the site: what says no offset is its own local time, and a date alone is the start of that day
 * @returns milliseconds since 1970, fractions cut off; or why there is none
 */
export function momentOf(text: string, format: TimeFormat, timeZone: string): number | { reason: string } {
  if (format !== 'iso') {
    const number = parsePlainNumber(text);
    if (!number) return { reason: `is no number of ${format} since 1970` };
    // As whole numbers: a float's 1700000000.123 × 1000 falls short of its last millisecond.
    return Number((number.digits * (format === 'seconds' ? 1_000n : 1n)) / 10n ** BigInt(number.places));
  }
  const parts = isoPattern.exec(text);
  if (!parts) {
    return {
      reason: 'is read only as 2026-03-01, 2026-03-01 14:22, 2026-03-01T14:22:05.123 or with Z or +01:00 behind',
    };
  }
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', utc, sign, ahead = 0, aheadMinutes = 0] =
    parts;
  const local = clockTime(year, month, day, hour, minute, second, fraction);
  if (local === null || Number(ahead) > 23 || Number(aheadMinutes) > 59) return { reason: 'is no date and time' };
  if (utc) return local;
  if (sign) return local - Number(`${sign}1`) * (Number(ahead) * 60 + Number(aheadMinutes)) * minuteMs;
  const instant = parts[4] ? instantOfLocal(local, timeZone) : startOfLocalDay(local / dayMs, timeZone);
  return instant ?? { reason: `is a time that the clocks of ${timeZone} skipped` };
}

/** What the digits say, as milliseconds since 1970 on their own clock; `null` for 30 February or 25 o'clock. */
function clockTime(...[year, month, day, hour, minute, second, fraction]: (string | number | undefined)[]) {
  const ms = Number(`${fraction}000`.slice(0, 3));
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), ms);
  const isShown =
    new Date(time).getUTCDate() === Number(day) &&
    new Date(time).getUTCMonth() === Number(month) - 1 &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59;
  return isShown ? time : null;
}
