import { smallestFirst } from './smallestFirst.ts';

/**
 * Benjamini & Hochberg's step-up adjustment: what each p is worth where m of them are looked through for what stands
 * out. The i-th smallest becomes m·p/i, never more than the one after it, at most 1. Of those at or below q, a share of
 * at most q is expected to be false, where the hypotheses are independent or positively dependent.
 *
 * @param ps 0…1, in any order
 * @returns adjusted, in the same order
 * @throws RangeError for a p outside 0…1
 * @example benjaminiHochberg([0.03, 0.04, 0.041, 0.9]) // [0.0547, 0.0547, 0.0547, 0.9]
 * @see Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57(1)
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let most = 1;
  for (const [fromTop, place] of smallestFirst(ps).reverse().entries()) {
    most = Math.min(most, (ps.length / (ps.length - fromTop)) * (ps[place] as number));
    adjusted[place] = most;
  }
  return adjusted;
}
