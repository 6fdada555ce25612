import { expect, it } from 'vitest';
import { localIso } from '../../../packages/collector/src/stats/localIso.ts';

// Offsets of the tz database
it.each([
  ['UTC', '2026-11-22T13:00Z', '2026-11-22T13:00+00:00'],
  ['Europe/Madrid', '2026-11-22T13:00Z', '2026-11-22T14:00+01:00'],
  ['Europe/Madrid', '2026-07-01T10:05:59.999Z', '2026-07-01T12:05+02:00'],
  // The clock goes back from 03:00+02:00 to 02:00+01:00
  ['Europe/Madrid', '2026-10-25T00:30Z', '2026-10-25T02:30+02:00'],
  ['Europe/Madrid', '2026-10-25T01:30Z', '2026-10-25T02:30+01:00'],
  ['America/New_York', '2026-11-22T02:10Z', '2026-11-21T21:10-05:00'],
  ['America/St_Johns', '2026-11-22T02:10Z', '2026-11-21T22:40-03:30'],
  ['America/Phoenix', '2026-11-22T10:00Z', '2026-11-22T03:00-07:00'],
  // The clock goes forward from 02:00+09:30 to 03:00+10:30, at 16:30 UTC
  ['Australia/Adelaide', '2026-10-03T16:29Z', '2026-10-04T01:59+09:30'],
  ['Australia/Adelaide', '2026-10-03T16:45Z', '2026-10-04T03:15+10:30'],
  ['Asia/Kolkata', '2026-11-21T18:40Z', '2026-11-22T00:10+05:30'],
  ['Asia/Kathmandu', '2026-11-21T18:40Z', '2026-11-22T00:25+05:45'],
  ['Pacific/Kiritimati', '2026-11-21T10:00Z', '2026-11-22T00:00+14:00'],
  // −00:44:30 in 1971: said to the minute
  ['Africa/Monrovia', '1971-06-01T00:50Z', '1971-06-01T00:05-00:45'],
])('in %s it is at %s %s', (timeZone, moment, local) => {
  expect(localIso(Date.parse(moment), timeZone)).toBe(local);
});
