import type { WeightedSums } from './weightedSums.ts';

/**
 * Standard error of the weighted mean m = Σwx/Σw, in the unit of x:
 * SE² = n/(n−1) · [Σw²x² − 2mΣw²x + m²Σw²] / (Σw)²
 *
 * @returns ≥ 0; exactly 0 where all values are the same, as those of a single answer are
 * @see Cochran 1977; Gatz & Smith 1995, Atmospheric Environment 29(11)
 */
export function standardError(sums: WeightedSums): number {
  const { n, w, w2, wx, w2x, w2x2, lowest, highest } = sums;
  if (n < 2 || lowest === highest) return 0;
  const mean = wx / w;
  const spread = Math.max(0, w2x2 - 2 * mean * w2x + mean ** 2 * w2);
  return Math.sqrt(((n / (n - 1)) * spread) / w ** 2);
}
