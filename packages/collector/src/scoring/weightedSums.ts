/** A value that several answers share, and what each of those answers weighs. */
export interface WeightedValue {
  value: number;
  weight: number;
  count: number;
}

/** Everything that a weighted mean and its uncertainty need to know about the values x. */
export interface WeightedSums {
  /** Answers. */
  n: number;
  /** Σw */
  w: number;
  /** Σw² */
  w2: number;
  /** Σwx */
  wx: number;
  /** m = Σwx/Σw; NaN without values. */
  mean: number;
  /** Σw(x−m)² = Σwx² − m²Σw; exactly 0 where all values are the same. */
  wd2: number;
  /** Σw²(x−m)² = Σw²x² − 2mΣw²x + m²Σw²; exactly 0 where all values are the same. */
  w2d2: number;
}

/**
 * The sums of weighted values. Those of squares are taken about the mean, in a second pass: differences of large sums
 * would lose the digits that matter.
 *
 * @example weightedSums([{ value: 0.4, weight: 1, count: 2 }, { value: 1, weight: 1, count: 1 }]) // n 3, w 3, mean 0.6, wd2 0.24
 * @see Chan, Golub & LeVeque 1983, The American Statistician 37(3)
 */
export function weightedSums(values: readonly WeightedValue[]): WeightedSums {
  let n = 0;
  let w = 0;
  let w2 = 0;
  let wx = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { value, weight, count } of values) {
    if (count === 0) continue;
    n += count;
    w += count * weight;
    w2 += count * weight ** 2;
    wx += count * weight * value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  // Where all values are the same, sums of floats may miss it by a last digit.
  const mean = lowest === highest ? lowest : wx / w;
  let wd2 = 0;
  let w2d2 = 0;
  for (const { value, weight, count } of values) {
    const d2 = count * (value - mean) ** 2;
    wd2 += weight * d2;
    w2d2 += weight ** 2 * d2;
  }
  return { n, w, w2, wx, mean, wd2, w2d2 };
}
