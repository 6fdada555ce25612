import { describe, expect, test } from 'vitest';
import { momentOf, type TimeFormat } from '../../../../packages/collector/src/cli/import/momentOf.ts';

const read = (text: string, timeZone = 'UTC', format: TimeFormat = 'iso') => {
  const moment = momentOf(text, format, timeZone);
  return typeof moment === 'number' ? new Date(moment).toISOString() : null;
};

describe('a time without an offset is the site’s own', () => {
  const rows: [text: string, timeZone: string, instant: string | null][] = [
    ['2026-03-01 14:22', 'Europe/Madrid', '2026-03-01T13:22:00.000Z'],
    ['2026-07-01 14:22', 'Europe/Madrid', '2026-07-01T12:22:00.000Z'],
    ['2026-03-01T14:22:05.123', 'Asia/Kolkata', '2026-03-01T08:52:05.123Z'],
    ['2026-03-01T14:22:05,1239', 'UTC', '2026-03-01T14:22:05.123Z'],
    // The clock goes from 02:00 to 03:00.
    ['2026-03-29 01:59:59.999', 'Europe/Madrid', '2026-03-29T00:59:59.999Z'],
    ['2026-03-29 02:00', 'Europe/Madrid', null],
    ['2026-03-29 02:30', 'Europe/Madrid', null],
    ['2026-03-29 02:59:59.999', 'Europe/Madrid', null],
    ['2026-03-29 03:00', 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    // The clock goes from 03:00 back to 02:00.
    ['2026-10-25 01:59', 'Europe/Madrid', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25 02:00', 'Europe/Madrid', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25 02:30', 'Europe/Madrid', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:00', 'Europe/Madrid', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-08 02:30', 'America/New_York', null],
    // By half an hour: 02:00 to 02:30 in October, back in April.
    ['2026-10-04 02:15', 'Australia/Lord_Howe', null],
    ['2026-10-04 02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ];
  test.each(rows)('%s in %s is %s', (text, timeZone, instant) => {
    expect(read(text, timeZone)).toBe(instant);
  });
});

describe('a date alone is the start of that local day', () => {
  const rows: [date: string, timeZone: string, instant: string | null][] = [
    ['2026-03-01', 'Europe/Madrid', '2026-02-28T23:00:00.000Z'],
    ['2026-03-01', 'Asia/Kolkata', '2026-02-28T18:30:00.000Z'],
    // Beirut's clock skips its midnight: the day begins at 01:00.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // Samoa moved over the date line and had no such day.
    ['2011-12-30', 'Pacific/Apia', null],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ];
  test.each(rows)('%s in %s begins at %s', (date, timeZone, instant) => {
    expect(read(date, timeZone)).toBe(instant);
  });
});

describe('an offset says the instant, whatever the site’s time zone', () => {
  const rows: [text: string, instant: string | null][] = [
    ['2026-03-29T02:30:00Z', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29t02:30:00z', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29 02:30 +01:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T02:30+0530', '2026-03-28T21:00:00.000Z'],
    ['2026-03-29T02:30-03', '2026-03-29T05:30:00.000Z'],
    ['2026-03-29T02:30+24:00', null],
  ];
  test.each(rows)('%s is %s', (text, instant) => {
    expect(read(text, 'Europe/Madrid')).toBe(instant);
  });
});

test.each([
  '03/04/2026',
  '3.4.2026',
  '2026-3-1',
  '2026-02-30',
  '2026-02-28 24:00',
  '2026-02-28 12:60',
  '2026-02-28 12:00:60',
  '2026-13-01',
  '2026-00-01',
  '2026-02-28 noon',
  '20260228',
  'yesterday',
  '1767225600',
])('%s is not read', (text) => {
  expect(momentOf(text, 'iso', 'UTC')).toEqual({ reason: expect.any(String) });
});

describe('numbers since 1970', () => {
  const rows: [text: string, format: TimeFormat, instant: string | null][] = [
    ['1767225600', 'seconds', '2026-01-01T00:00:00.000Z'],
    ['1767225600.123', 'seconds', '2026-01-01T00:00:00.123Z'],
    ['1767225600123', 'milliseconds', '2026-01-01T00:00:00.123Z'],
    ['1767225600123.9', 'milliseconds', '2026-01-01T00:00:00.123Z'],
    ['2026-01-01', 'seconds', null],
    ['1e9', 'seconds', null],
  ];
  test.each(rows)('%s %s is %s', (text, format, instant) => {
    expect(read(text, 'Europe/Madrid', format)).toBe(instant);
  });
});
