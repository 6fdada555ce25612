import type { WeightedSums } from './weightedSums.ts';

/**
 * How much single answers differ: s² = n/(n−1) · Σw(x−m)²/Σw = n/(n−1) · (Σwx²/Σw − m²), in the unit of x squared.
 *
 * @returns ≥ 0; exactly 0 where all values are the same, as those of a single answer are
 * @example of the values 0 (weight 1) and 1 (weight 3) // 0.375
 * @see scoring.md §5
 */
export const sampleVariance = ({ n, w, wd2 }: WeightedSums) => (n < 2 ? 0 : (n / (n - 1)) * (wd2 / w));
