/**
 * ISO 8601 in UTC.
 *
 * @throws TypeError naming the argument where it is no moment
 */
export function isoTime(moment: Date | string, argument: string): string {
  const time = new Date(moment);
  // Without an offset it would be the local time of whatever machine this is.
  const isZoned = typeof moment !== 'string' || /T.*(Z|[+-]\d\d:\d\d)$/i.test(moment);
  if (Number.isNaN(time.getTime()) || !isZoned) {
    throw new TypeError(`${argument} must be a Date, or a text like 2026-11-22T12:00:00Z with its offset`);
  }
  return time.toISOString();
}
