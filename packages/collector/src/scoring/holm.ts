import { smallestFirst } from './smallestFirst.ts';

/**
 * Holm's step-down adjustment: what each p of a family is worth where all of its m hypotheses are tested together. The
 * i-th smallest becomes (m − i + 1)·p, never less than the one before it, at most 1. Those at or below α may be
 * rejected: the chance of even one false rejection among all is at most α, whatever depends on what.
 *
 * @param ps 0…1, in any order
 * @returns adjusted, in the same order
 * @throws RangeError for a p outside 0…1
 * @example holm([0.01, 0.04, 0.03, 0.005]) // [0.03, 0.06, 0.06, 0.02]
 * @see Holm 1979, Scandinavian Journal of Statistics 6
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  for (const [rank, place] of smallestFirst(ps).entries()) {
    least = Math.max(least, Math.min(1, (ps.length - rank) * (ps[place] as number)));
    adjusted[place] = least;
  }
  return adjusted;
}
