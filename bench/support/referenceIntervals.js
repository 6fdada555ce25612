import { effectiveSize } from '../../packages/collector/dist/scoring/effectiveSize.js';
import { intensitySums } from '../../packages/collector/dist/scoring/intensityScore.js';
import { standardError } from '../../packages/collector/dist/scoring/standardError.js';
import { studentQuantile } from '../../packages/collector/dist/scoring/studentQuantile.js';
import { adjustForMissingStrength } from '../../packages/collector/dist/scoring/weightingClass.js';
import { wilson } from '../../packages/collector/dist/scoring/wilson.js';

/**
 * What others would show for the intensity index of the same answers, 0…100:
 *
 * - clippedT: m ± t·SE, cut off at the ends of the scale, as a textbook has it
 * - shareWilson: Wilson's with n_eff, as if answers were either 0 or 1: safe, and wider than need be
 */
export function referenceIntervals(answers) {
  const sums = intensitySums(adjustForMissingStrength(answers).rated);
  const mean = sums.wx / sums.w;
  const nEff = effectiveSize(sums);
  const half = studentQuantile(nEff - 1) * standardError(sums);
  const share = wilson(mean, nEff);
  return {
    clippedT: { low: 100 * Math.max(0, mean - half), high: 100 * Math.min(1, mean + half) },
    shareWilson: { low: 100 * share.low, high: 100 * share.high },
  };
}
