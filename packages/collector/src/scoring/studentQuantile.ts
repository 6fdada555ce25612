import { compiled, incbi } from 'cephes';
import { normalQuantile } from './interval.ts';

// Cephes is a WebAssembly module; compiling it takes some milliseconds, once.
await compiled;

/** Two-sided: what lies outside the 95%. */
const outside = 0.05;

/** Below this many degrees of freedom the quantile is above 1e128, and Cephes underflows. */
const hopelessBelow = 0.01;

/** From here on the expansion in 1/df is exact to the last digits, and Cephes is not. */
const expansionFrom = 1_000;

/**
 * Student's t quantile at .975, to 13 digits: t = √(df·(1−x)/x), x the inverse incomplete beta function of (df/2, 1/2)
 * at .05.
 *
 * @param df degrees of freedom, ≥ 0, not necessarily whole
 * @returns above 1.96; Infinity below .01 degrees of freedom
 * @throws RangeError for df < 0 or NaN
 * @see Moshier 1989, Methods and Programs for Mathematical Functions (Cephes), for the inverse incomplete beta function
 * @example studentQuantile(10) // 2.228139
 */
export function studentQuantile(df: number): number {
  if (!(df >= 0)) throw new RangeError(`df must be 0 or more, not ${df}`);
  if (df < hopelessBelow) return Number.POSITIVE_INFINITY;
  if (df >= expansionFrom) return expansion(df);
  const x = incbi(df / 2, 1 / 2, outside);
  return Math.sqrt((df * (1 - x)) / x);
}

/** Abramowitz & Stegun 26.7.5: the normal quantile z plus a series in 1/df. */
function expansion(df: number): number {
  const z = normalQuantile;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, i) => sum + term / df ** (i + 1), z);
}
