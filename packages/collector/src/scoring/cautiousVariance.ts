import { effectiveSize } from './effectiveSize.ts';
import { standardError } from './standardError.ts';
import type { WeightedSums } from './weightedSums.ts';

/**
 * A sample without a low answer is no proof that there are none, so this many answers are thought of that nobody gave:
 * of the largest possible variance, and both at one end of the scale.
 */
export const priorObservations = 2;

/**
 * The squared standard error of a weighted mean m of values 0…1, as if two further answers of the largest possible
 * variance had been given:
 *
 * S² = (n_eff·SE² + 2·m(1−m)/n_eff) / (n_eff + 2)
 *
 * @param sums of values 0…1, at least one
 * @see docs/scoring.md §4
 */
export function cautiousVariance(sums: WeightedSums): number {
  const { mean } = sums;
  const nEff = effectiveSize(sums);
  const largest = mean * (1 - mean);
  return (nEff * standardError(sums) ** 2 + (priorObservations * largest) / nEff) / (nEff + priorObservations);
}
