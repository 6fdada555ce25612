import { describe, expect, test } from 'vitest';
import { bucketOf, dateOfDay, dayOfDate, dayOfHour, hourStart } from '../../../packages/collector/src/tally/bucket.ts';

const rows: [name: string, moment: string, timeZone: string, hourStarts: string, date: string][] = [
  ['UTC', '2026-11-01T18:40:59.999Z', 'UTC', '2026-11-01T18:00Z', '2026-11-01'],
  ['the local date runs ahead', '2026-11-01T23:30Z', 'Europe/Madrid', '2026-11-01T23:00Z', '2026-11-02'],
  ['the local date lags', '2026-11-01T03:59Z', 'America/New_York', '2026-11-01T03:00Z', '2026-10-31'],
  ['a half-hour zone', '2026-11-01T18:40Z', 'Asia/Kolkata', '2026-11-01T18:30Z', '2026-11-02'],
  [
    'a year that Date.UTC takes for another, and Intl for one of the Julian calendar',
    '0050-01-01T10:10Z',
    'UTC',
    '0050-01-01T10:00Z',
    '0050-01-01',
  ],
  [
    'a half-hour zone, just before its midnight',
    '2026-11-01T18:29Z',
    'Asia/Kolkata',
    '2026-11-01T17:30Z',
    '2026-11-01',
  ],
  ['a three-quarter-hour zone', '2026-06-01T11:20Z', 'Asia/Kathmandu', '2026-06-01T11:15Z', '2026-06-01'],
  ['the clock springs forward', '2026-03-29T01:10Z', 'Europe/Madrid', '2026-03-29T01:00Z', '2026-03-29'],
  [
    'the first two o’clock of a clock that falls back',
    '2026-10-25T00:30Z',
    'Europe/Madrid',
    '2026-10-25T00:00Z',
    '2026-10-25',
  ],
  [
    'the second two o’clock is an hour of its own',
    '2026-10-25T01:30Z',
    'Europe/Madrid',
    '2026-10-25T01:00Z',
    '2026-10-25',
  ],
  [
    'a half-hour zone’s clock springs forward, on a half-hour of UTC',
    '2026-10-03T16:45Z',
    'Australia/Adelaide',
    '2026-10-03T16:30Z',
    '2026-10-04',
  ],
  ['a clock that moves by half an hour', '2026-04-04T15:10Z', 'Australia/Lord_Howe', '2026-04-04T14:30Z', '2026-04-05'],
  [
    'a clock that moves by half an hour, on a half-hour of UTC: of 02:00+11:00 only the second half is',
    '2026-10-03T15:40Z',
    'Australia/Lord_Howe',
    '2026-10-03T15:00Z',
    '2026-10-04',
  ],
];

describe('the hour and the day of a moment are the site’s own', () => {
  test.each(rows)('%s', (_, moment, timeZone, hourStarts, date) => {
    const bucket = bucketOf(Date.parse(moment), timeZone);
    expect(new Date(hourStart(bucket.hour)).toISOString()).toBe(new Date(hourStarts).toISOString());
    expect(dateOfDay(bucket.day)).toBe(date);
  });

  test('an hour knows its day', () => {
    const { hour, day } = bucketOf(Date.parse('2026-11-01T18:40Z'), 'Asia/Kolkata');
    expect(dayOfHour(hour, 'Asia/Kolkata')).toBe(day);
  });

  test('dates and days are each other’s inverse', () => {
    expect(dateOfDay(dayOfDate('2026-02-28') + 1)).toBe('2026-03-01');
  });

  test('an unknown time zone is a programmer’s mistake', () => {
    expect(() => bucketOf(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
