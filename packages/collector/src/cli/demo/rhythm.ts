import { offsetAt } from '../../tally/localClock.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How busy a shop is, by local hour: quiet nights, steady days, busy evenings. */
const byHour = [3, 2, 1, 1, 1, 2, 5, 9, 13, 16, 18, 18, 17, 16, 16, 17, 18, 20, 23, 26, 28, 26, 18, 8];
/** … by day of the week, from Sunday. */
const byWeekday = [1.25, 1, 0.95, 0.95, 1, 1.05, 1.2];

/**
 * When things happen in a shop: turns a share of all that happens between two moments into the moment by which that
 * share has happened.
 *
 * @param from milliseconds since 1970, as all moments here
 * @param until later than `from`
 * @returns a function that grows with the share, 0 ≤ share < 1
 */
export function rhythm(from: number, until: number, timeZone: string): (share: number) => number {
  const hours: { start: number; end: number; weight: number; before: number }[] = [];
  let total = 0;
  for (let start = from; start < until; ) {
    const end = Math.min((Math.floor(start / hourMs) + 1) * hourMs, until);
    const local = start + offsetAt(start, timeZone);
    // 1 January 1970 was a Thursday.
    const weekday = (Math.floor(local / dayMs) + 4) % 7;
    const hour = Math.floor(local / hourMs) % 24;
    const weight = ((end - start) / hourMs) * (byHour[hour] as number) * (byWeekday[weekday] as number);
    hours.push({ start, end, weight, before: total });
    total += weight;
    start = end;
  }
  return (share) => {
    const wanted = share * total;
    let [low, high] = [0, hours.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((hours[middle] as { before: number }).before <= wanted) low = middle;
      else high = middle - 1;
    }
    const { start, end, weight, before } = hours[low] as (typeof hours)[number];
    return Math.floor(start + ((wanted - before) / weight) * (end - start));
  };
}
