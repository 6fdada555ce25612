import { type Estimate, normalQuantile } from './interval.ts';
import { twoSidedP } from './twoSidedP.ts';

/** A difference with its 95% interval, and how surprising it were if there were none. */
export interface Difference extends Estimate {
  /** Two-sided; below .05 exactly where the interval does not hold 0. */
  p: number;
}

/**
 * The difference of two independent estimates, from their own intervals by the method of variance estimates recovery
 * (MOVER): an estimate's distance to a limit says how uncertain it is on that side.
 *
 * low = d − √((a−a_low)² + (b_high−b)²)      high = d + √((a_high−a)² + (b−b_low)²)      d = a − b
 *
 * p is that of z = d/SE with the standard error on the side of no difference: z_{.975}·|d| / |d − the limit nearer to 0|.
 *
 * @example wilson(56/70, 70) less wilson(48/80, 80) // value .2, low .0524, high .3339
 * @see Newcombe 1998, Statistics in Medicine 17, 873–890, method 10; Zou & Donner 2008, Statistics in Medicine 27
 */
export function difference(a: Estimate, b: Estimate): Difference {
  const value = a.value - b.value;
  const down = Math.hypot(a.value - a.low, b.high - b.value);
  const up = Math.hypot(a.high - a.value, b.value - b.low);
  const towardsNone = value > 0 ? down : up;
  return {
    value,
    low: value - down,
    high: value + up,
    p: value === 0 ? 1 : twoSidedP((normalQuantile * value) / towardsNone),
  };
}
