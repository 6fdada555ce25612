import { describe, expect, it } from 'vitest';
import { InvalidQuery } from '../../../packages/collector/src/stats/invalidQuery.ts';
import { lastDays, periodOf, readWindow, windowBefore } from '../../../packages/collector/src/stats/window.ts';
import { dateOfDay } from '../../../packages/collector/src/tally/bucket.ts';

/** 22 November in Madrid and everywhere west of it, already the 23rd in Auckland. */
const now = Date.parse('2026-11-22T18:00:00Z');

const datesOf = ({ fromDay, toDay }: { fromDay: number; toDay: number }) => [dateOfDay(fromDay), dateOfDay(toDay)];

describe('readWindow', () => {
  it.each([
    ['nothing said: 30 days including today', {}, 'Europe/Madrid', ['2026-10-24', '2026-11-22']],
    ['today is the site’s own', {}, 'Pacific/Auckland', ['2026-10-25', '2026-11-23']],
    ['both ends', { from: '2026-11-01', to: '2026-11-30' }, 'UTC', ['2026-11-01', '2026-11-30']],
    ['one day', { from: '2026-11-22', to: '2026-11-22' }, 'UTC', ['2026-11-22', '2026-11-22']],
    ['only from: until today', { from: '2026-11-20' }, 'UTC', ['2026-11-20', '2026-11-22']],
    ['only to: the 30 days up to it', { to: '2026-01-30' }, 'UTC', ['2026-01-01', '2026-01-30']],
    ['the first of all days', { to: '0001-01-05' }, 'UTC', ['0001-01-01', '0001-01-05']],
    ['a leap day', { from: '2028-02-29', to: '2028-03-01' }, 'UTC', ['2028-02-29', '2028-03-01']],
  ])('%s', (_, query, timeZone, dates) => {
    expect(datesOf(readWindow(query, now, timeZone))).toEqual(dates);
  });

  it.each([
    ['a day that does not exist', { from: '2026-02-30' }, ['from']],
    ['29 February of a common year', { from: '2026-02-29' }, ['from']],
    ['a month that does not exist', { to: '2026-13-01' }, ['to']],
    ['another way to write a date', { from: '22/11/2026' }, ['from']],
    ['a time', { to: '2026-11-22T10:00' }, ['to']],
    ['nothing', { from: '' }, ['from']],
    ['the year 0', { from: '0000-01-01' }, ['from']],
    ['both wrong', { from: 'x', to: 'y' }, ['from', 'to']],
    ['the wrong way round', { from: '2026-11-23', to: '2026-11-22' }, ['from']],
    ['from in the future, without to', { from: '2027-01-01' }, ['from']],
  ])('refuses %s', (_, query, paths) => {
    const refused = expectRefusal(() => readWindow(query, now, 'UTC'));
    expect(refused.map(({ path }) => path)).toEqual(paths);
  });
});

describe('windowBefore', () => {
  it.each([
    ['2026-11-01', '2026-11-30', ['2026-10-02', '2026-10-31']],
    ['2026-11-22', '2026-11-22', ['2026-11-21', '2026-11-21']],
    ['0001-01-03', '9999-12-31', ['0001-01-01', '0001-01-02']],
    ['0001-01-01', '0001-01-01', ['0001-01-01', '0001-01-01']],
  ])('of %s to %s is %j', (from, to, before) => {
    expect(datesOf(windowBefore(readWindow({ from, to }, now, 'UTC'), 'UTC'))).toEqual(before);
  });
});

describe('hours', () => {
  const periods = (hours: string, timeZone: string) => {
    const window = readWindow({ hours }, now, timeZone);
    return [window, windowBefore(window, timeZone)].map((each) => {
      const { from, to } = periodOf(each, timeZone);
      return `${from} … ${to}`;
    });
  };

  it.each([
    [
      '24',
      'Europe/Madrid',
      '2026-11-21T20:00+01:00 … 2026-11-22T19:00+01:00',
      '2026-11-20T20:00+01:00 … 2026-11-21T19:00+01:00',
    ],
    ['1', 'UTC', '2026-11-22T18:00+00:00 … 2026-11-22T18:00+00:00', '2026-11-22T17:00+00:00 … 2026-11-22T17:00+00:00'],
    [
      '2',
      'Asia/Kolkata',
      '2026-11-22T22:00+05:30 … 2026-11-22T23:00+05:30',
      '2026-11-22T20:00+05:30 … 2026-11-22T21:00+05:30',
    ],
  ])('the last %s in %s, and as many before', (hours, timeZone, ...expected) => {
    expect(periods(hours, timeZone)).toEqual(expected);
  });

  it.each([
    [{ hours: '0' }],
    [{ hours: '169' }],
    [{ hours: '1.5' }],
    [{ hours: '-1' }],
    [{ hours: '' }],
    [{ hours: 'x' }],
    [{ hours: '24', from: '2026-11-01' }],
    [{ hours: '24', to: '2026-11-01' }],
  ])('refuses %j', (query) => {
    expect(expectRefusal(() => readWindow(query, now, 'UTC')).map(({ path }) => path)).toEqual(['hours']);
  });
});

describe('lastDays', () => {
  it('counts today', () => {
    expect(datesOf(lastDays(7, now, 'UTC'))).toEqual(['2026-11-16', '2026-11-22']);
  });
});

function expectRefusal(read: () => unknown) {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidQuery);
    return (error as InvalidQuery).errors;
  }
  throw new Error('was not refused');
}
