import { twoSidedP } from './twoSidedP.ts';

/**
 * How often the largest |z| of all splits of a series in two, each compared as if it were the only one, is at least as
 * large as z where nothing changed. Splits are told by the share of the answers that lies before them, from `first` to
 * `last`; continuously many are assumed, so that for a few it is rather too large.
 *
 * p ≈ 4φ(z)/z + φ(z)·(z − 1/z)·ln(last(1 − first) / (first(1 − last))), never less than the p of one split
 *
 * @param first 0…1, exclusive
 * @param last 0…1, exclusive, not less than `first`
 * @returns 0…1
 * @see Miller & Siegmund 1982, Biometrics 38, 1011–1016; James, James & Siegmund 1987, Biometrika 74, 71–83
 * @example maximallySelectedP(3, 0.1, 0.9) // .0575: one split alone would have .0027
 */
export function maximallySelectedP(z: number, first: number, last: number): number {
  const height = Math.abs(z);
  const alone = twoSidedP(height);
  // Below it the approximation is none, and nothing is surprising.
  if (height < 1) return 1;
  const density = Math.exp(-(height ** 2) / 2) / Math.sqrt(2 * Math.PI);
  const reach = Math.log((last * (1 - first)) / (first * (1 - last)));
  return Math.min(1, Math.max(alone, density * (4 / height + (height - 1 / height) * reach)));
}
