import type { WeightedSums } from './weightedSums.ts';

/**
 * n_eff = (Σw)²/Σw²: how many equally weighted answers would tell as much.
 *
 * @returns 0 without answers; otherwise 1…n
 * @example weights 1, .5, .25, .25 → 2.909091
 * @see Kish 1965, Survey Sampling
 */
export const effectiveSize = ({ n, w, w2 }: Pick<WeightedSums, 'n' | 'w' | 'w2'>) => (n === 0 ? 0 : w ** 2 / w2);
