import { expect, it } from 'vitest';
import { dayOf, dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { dayStart } from '../../../packages/collector/src/tally/dayStart.ts';

it.each([
  ['2026-11-22', 'Europe/Madrid', '2026-11-21T23:00Z'],
  ['2026-07-01', 'Europe/Madrid', '2026-06-30T22:00Z'],
  ['2026-11-22', 'Asia/Kolkata', '2026-11-21T18:30Z'],
  ['2026-11-22', 'Asia/Kathmandu', '2026-11-21T18:15Z'],
  ['2026-11-22', 'Pacific/Kiritimati', '2026-11-21T10:00Z'],
  ['2026-11-22', 'Pacific/Pago_Pago', '2026-11-22T11:00Z'],
  // Midnight is skipped: the day begins at 1:00.
  ['2025-09-07', 'America/Santiago', '2025-09-07T04:00Z'],
])('%s in %s begins at %s', (date, zone, begins) => {
  const day = dayOfDate(date);
  const start = dayStart(day, zone);
  expect(start).toBe(Date.parse(begins));
  expect([dayOf(start - 1, zone), dayOf(start, zone)]).toEqual([day - 1, day]);
});
