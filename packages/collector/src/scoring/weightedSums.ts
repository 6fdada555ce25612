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
  /** Σwx² */
  wx2: number;
  /** Σw²x */
  w2x: number;
  /** Σw²x² */
  w2x2: number;
  /** The lowest and highest x: equal where there is no spread at all, which sums of floats cannot tell for sure. */
  lowest: number;
  highest: number;
}

/** The sums of weighted values. Of no values at all: zeros, and an empty range. */
export function weightedSums(values: readonly WeightedValue[]): WeightedSums {
  const sums = { n: 0, w: 0, w2: 0, wx: 0, wx2: 0, w2x: 0, w2x2: 0, lowest: Infinity, highest: -Infinity };
  for (const { value, weight, count } of values) {
    if (count === 0) continue;
    const w = count * weight;
    const w2 = w * weight;
    sums.n += count;
    sums.w += w;
    sums.w2 += w2;
    sums.wx += w * value;
    sums.wx2 += w * value ** 2;
    sums.w2x += w2 * value;
    sums.w2x2 += w2 * value ** 2;
    sums.lowest = Math.min(sums.lowest, value);
    sums.highest = Math.max(sums.highest, value);
  }
  return sums;
}
