/** 15 minutes, in milliseconds. */
export const quarterMs = 15 * 60_000;

const clocks = new Map<string, { read: Intl.DateTimeFormat; offsets: Map<number, number> }>();
const rememberedQuarters = 10_000;

/**
 * How far a zone's clocks are ahead of UTC at a moment, in milliseconds. Since 2011 all offsets change on quarter-hours,
 * so each zone's are remembered by quarter-hour; a change at 00:01, as St. John's had before, is taken for one at 00:15.
 * Before 1970 they are those of 1970: no answer is as old, and what clocks and calendars showed then is another story.
 *
 * @param moment milliseconds since 1970
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 */
export function offsetAt(moment: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = { read: localClock(timeZone), offsets: new Map() };
    clocks.set(timeZone, clock);
  }
  const quarter = Math.max(0, Math.floor(moment / quarterMs));
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
