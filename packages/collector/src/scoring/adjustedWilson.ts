import { cautiousVariance, priorObservations } from './cautiousVariance.ts';
import { effectiveSize } from './effectiveSize.ts';
import { type Estimate, normalQuantile } from './interval.ts';
import { standardError } from './standardError.ts';
import { studentQuantile } from './studentQuantile.ts';
import type { WeightedSums } from './weightedSums.ts';
import { wilson } from './wilson.ts';

/**
 * The weighted mean of values 0…1 and its 95% interval: Wilson's, as if the mean were a share of n* answers.
 *
 * S² = (n_eff·SE² + 2·m(1−m)/n_eff) / (n_eff + 2)       n* = m(1−m)/S² · (z/t_{n_eff−1, .975})²
 *
 * Where SE = 0, and with one answer, n* = n_eff. Values between 0 and 1 vary less than a share does, so n* is mostly
 * more than n_eff and the interval shorter than a share's. But it always holds what two further answers at either end
 * would make of the mean, m·n_eff/(n_eff + 2) and (m·n_eff + 2)/(n_eff + 2): twenty-nine answers at the maximum and one
 * just below it look surer than they are (docs/decisions/0008).
 *
 * @param sums of values 0…1, at least one
 * @throws RangeError without values
 * @example adjustedWilson(weightedSums([{ value: 1, weight: 1, count: 29 }, { value: 0.8, weight: 1, count: 1 }])).low // 0.93125
 * @see docs/scoring.md
 */
export function adjustedWilson(sums: WeightedSums): Estimate {
  if (sums.n === 0) throw new RangeError('sums must be of at least one value');
  const { mean } = sums;
  const nEff = effectiveSize(sums);
  const error = standardError(sums);
  const { low, high } = wilson(mean, error === 0 ? nEff : equivalentSize(sums, nEff));
  const withTwoMore = (at: 0 | 1) => (mean * nEff + at * priorObservations) / (nEff + priorObservations);
  return { value: mean, low: Math.min(low, withTwoMore(0)), high: Math.max(high, withTwoMore(1)) };
}

function equivalentSize(sums: WeightedSums, nEff: number): number {
  const largest = sums.mean * (1 - sums.mean);
  // Where one answer outweighs all others, rounding may leave less than one.
  const freedom = Math.max(0, nEff - 1);
  return (largest / cautiousVariance(sums)) * (normalQuantile / studentQuantile(freedom)) ** 2;
}
