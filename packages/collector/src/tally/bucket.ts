const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The hour and the day, both of the site's own clock, that a moment falls in. */
export interface Bucket {
  /** Quarter-hours since 1970 UTC at which the local hour began: unique even where a clock goes back. */
  hour: number;
  /** Days since 1970-01-01 of the local date. */
  day: number;
}

/**
 * The bucket of a moment. Offsets change on quarter-hours at the finest, so each zone's are remembered by quarter-hour.
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

const clocks = new Map<string, { read: Intl.DateTimeFormat; offsets: Map<number, number> }>();
const rememberedQuarters = 10_000;

function offsetAt(moment: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = { read: localClock(timeZone), offsets: new Map() };
    clocks.set(timeZone, clock);
  }
  const quarter = Math.floor(moment / quarterMs);
  let offset = clock.offsets.get(quarter);
  if (offset === undefined) {
    offset = readOffset(quarter * quarterMs, clock.read);
    if (clock.offsets.size >= rememberedQuarters) clock.offsets.clear();
    clock.offsets.set(quarter, offset);
  }
  return offset;
}

const localClock = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

function readOffset(instant: number, clock: Intl.DateTimeFormat): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
