import type { WeightedSums } from './weightedSums.ts';

/**
 * Standard error of the weighted mean m = Σwx/Σw, in the unit of x:
 * SE² = n/(n−1) · Σw²(x−m)² / (Σw)²
 *
 * @returns ≥ 0; exactly 0 where all values are the same, as those of a single answer are
 * @example of the values 0, 1, 1 and 0, all of weight 1 // 0.288675
 * @see Cochran 1977; Gatz & Smith 1995, Atmospheric Environment 29(11)
 */
export const standardError = ({ n, w, w2d2 }: WeightedSums) => (n < 2 ? 0 : Math.sqrt((n / (n - 1)) * w2d2) / w);
