import type { Estimate } from './interval.ts';
import { normalQuantile } from './interval.ts';

/**
 * Wilson's score interval for a share, 95%.
 *
 * @param share 0…1
 * @param n answers that it rests on, not necessarily whole, ≥ 0; with 0 the interval is 0…1
 * @returns the share with 0 ≤ low ≤ value ≤ high ≤ 1
 * @throws RangeError where an argument is out of range
 * @example wilson(81 / 263, 263) // low .2553, high .3662
 * @see Wilson 1927; Newcombe 1998, Statistics in Medicine 17, method 3
 */
export function wilson(share: number, n: number): Estimate {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be 0…1, not ${share}`);
  if (!(n >= 0 && n < Infinity)) throw new RangeError(`n must be finite and 0 or more, not ${n}`);
  const z2 = normalQuantile ** 2;
  const centre = (n * share + z2 / 2) / (n + z2);
  const half = (normalQuantile * Math.sqrt(n * share * (1 - share) + z2 / 4)) / (n + z2);
  // The minima and maxima only take back what rounding may have moved over the edge.
  return {
    value: share,
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
  };
}
