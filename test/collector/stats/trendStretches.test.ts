import { describe, expect, it } from 'vitest';
import { InvalidQuery } from '../../../packages/collector/src/stats/invalidQuery.ts';
import { type TrendGrain, trendStretches } from '../../../packages/collector/src/stats/trendStretches.ts';
import { dateOfDay, dayOfDate, hourStart } from '../../../packages/collector/src/tally/bucket.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

const stretches = (grain: TrendGrain, from: string, to: string, timeZone = 'UTC', now = noon) =>
  trendStretches(grain, { fromDay: dayOfDate(from), toDay: dayOfDate(to) }, timeZone, now);
const fromsOf = (...asked: Parameters<typeof stretches>) => stretches(...asked).map(({ from }) => from);

describe('trendStretches', () => {
  it('are every day of the window that has begun', () => {
    expect(fromsOf('day', '2026-11-20', '2026-11-30')).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(fromsOf('day', '2026-11-23', '2026-11-30')).toEqual([]);
  });

  it('are weeks from Monday on, cut short by the window', () => {
    // 2 November 2026 is a Monday
    expect(
      stretches('week', '2026-10-31', '2026-11-10').map(({ from, first, last }) => [from, last - first + 1]),
    ).toEqual([
      ['2026-10-31', 2],
      ['2026-11-02', 7],
      ['2026-11-09', 2],
    ]);
    expect(fromsOf('week', '1969-12-25', '1970-01-06')).toEqual(['1969-12-25', '1969-12-29', '1970-01-05']);
  });

  it('are the hours of the site’s clock that have begun', () => {
    expect(fromsOf('hour', '2026-11-22', '2026-11-22', 'Europe/Madrid').slice(-2)).toEqual([
      '2026-11-22T12:00+01:00',
      '2026-11-22T13:00+01:00',
    ]);
    expect(fromsOf('hour', '2026-11-21', '2026-11-21', 'Asia/Kolkata').slice(0, 2)).toEqual([
      '2026-11-21T00:00+05:30',
      '2026-11-21T01:00+05:30',
    ]);
    expect(fromsOf('hour', '2026-11-21', '2026-11-21', 'America/St_Johns').at(-1)).toBe('2026-11-21T23:00-03:30');
    // No clock is further ahead (tz database): this day begins at 10:00 UTC of the day before
    expect(fromsOf('hour', '2026-11-21', '2026-11-21', 'Pacific/Kiritimati')[0]).toBe('2026-11-21T00:00+14:00');
  });

  it.each([
    ['23 where the clock goes forward', '2026-03-29', 'Europe/Madrid', 23],
    ['25 where it goes back', '2026-10-25', 'Europe/Madrid', 25],
    ['24 of other days', '2026-10-26', 'Europe/Madrid', 24],
    ['25, one of them short, where it goes back by half an hour', '2026-04-05', 'Australia/Lord_Howe', 25],
    ['24, one of them short, where it goes forward by half an hour', '2026-10-04', 'Australia/Lord_Howe', 24],
    ['23 where midnight itself is skipped', '2026-04-24', 'Africa/Cairo', 23],
  ])('of a day are %s, without gaps', (_, date, timeZone, count) => {
    const hours = stretches('hour', date, date, timeZone);
    expect(new Set(hours.map(({ from }) => from)).size).toBe(count);
    hours.slice(1).forEach(({ first }, place) => {
      expect(first).toBe(Number(hours[place]?.last) + 1);
    });
    expect(hours[0]?.from.slice(0, 10)).toBe(date);
  });

  it('begin where clocks moved by half an hour', () => {
    // Lord Howe goes back from 02:00+11:00 to 01:30+10:30, and forward from 02:00+10:30 to 02:30+11:00
    expect(fromsOf('hour', '2026-04-05', '2026-04-05', 'Australia/Lord_Howe').slice(1, 4)).toEqual([
      '2026-04-05T01:00+11:00',
      '2026-04-05T01:30+10:30',
      '2026-04-05T02:00+10:30',
    ]);
    expect(fromsOf('hour', '2026-10-04', '2026-10-04', 'Australia/Lord_Howe').slice(1, 4)).toEqual([
      '2026-10-04T01:00+10:30',
      '2026-10-04T02:30+11:00',
      '2026-10-04T03:00+11:00',
    ]);
  });

  it.each([
    ['1971-06-01', 'Africa/Monrovia', '-00:45'],
    ['1900-01-01', 'Europe/Madrid', '+01:00'],
    ['0099-12-31', 'Europe/Madrid', '+01:00'],
    ['0050-01-01', 'UTC', '+00:00'],
  ])('of %s in %s are 24, though clocks and calendars were other ones', (date, timeZone, offset) => {
    const hours = stretches('hour', date, date, timeZone);
    expect(hours).toHaveLength(24);
    expect(hours[0]?.from).toMatch(new RegExp(`^${date}T00:\\d\\d${offset.replace('+', '\\+')}`));
    hours.slice(1).forEach((hour, place) => {
      expect(hour.first).toBe(Number(hours[place]?.last) + 1);
    });
  });

  it('ends for every zone, on days of all centuries', () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      for (const date of ['0001-01-01', '1883-11-18', '1900-01-01', '1947-03-14', '1979-12-31', '1994-12-31']) {
        expect(stretches('hour', date, date, timeZone).length).toBeLessThanOrEqual(26);
      }
    }
  });

  it('name the two hours that a clock shows twice apart', () => {
    expect(fromsOf('hour', '2026-10-25', '2026-10-25', 'Europe/Madrid').slice(2, 4)).toEqual([
      '2026-10-25T02:00+02:00',
      '2026-10-25T02:00+01:00',
    ]);
    expect(hourStart(0)).toBe(0);
  });

  // `mostStretches`; 416 days have 9,984 hours, 11 of which have not begun at noon
  it.each([
    ['hour', 416, 9_973],
    ['day', 10_000, 10_000],
    ['week', 70_000, 10_000],
  ] as const)('by %s may be those of %i days, and of no more', (grain, days, count) => {
    const today = dayOfDate('2026-11-22');
    const since = (length: number) => stretches(grain, dateOfDay(today - length + 1), '2026-11-22');
    expect(since(days)).toHaveLength(count);
    expect(() => since(days + 1)).toThrow(/^bucket /);
  });

  it('are refused where they would be too many, naming the parameter', () => {
    expect(stretches('hour', '2025-11-23', '2026-11-22')).toHaveLength(365 * 24 - 11);
    for (const [grain, from] of [
      ['hour', '2025-01-01'],
      ['day', '0001-01-01'],
    ] as const) {
      expect(() => stretches(grain, from, '2026-11-22')).toThrow(InvalidQuery);
      expect(() => stretches(grain, from, '2026-11-22')).toThrow(/^bucket /);
    }
  });
});
