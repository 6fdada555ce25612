import type { WeightedSums } from './weightedSums.ts';

/**
 * How much single answers differ: s² = n/(n−1) · Σw(x−m)²/Σw = n/(n−1) · (Σwx²/Σw − m²), in the unit of x squared.
 *
 * @returns ≥ 0; exactly 0 where all values are the same
 * @throws RangeError for fewer than two values
 * @see scoring.md §5
 */
export function sampleVariance({ n, w, wd2 }: WeightedSums): number {
  if (n < 2) throw new RangeError('sums must be of at least two values');
  return (n / (n - 1)) * (wd2 / w);
}
