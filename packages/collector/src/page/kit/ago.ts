/** Units of a past moment, each with its length in seconds; the first that fits says it. */
const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/**
 * How long ago a moment was, as people say it.
 *
 * @param language BCP 47 tag
 * @param moment, now milliseconds since 1970
 * @example ago('en', 0, 120_000) // '2 minutes ago'
 */
export function ago(language: string, moment: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = Math.max(0, Math.floor((now - moment) / 1000));
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', 1];
  // A moment is "now" where it was this minute: nobody counts seconds on a page that does not move.
  return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(seconds / length), unit);
}
