import { adjustedWilson } from './adjustedWilson.ts';
import { effectiveSize } from './effectiveSize.ts';
import { isEnough } from './enoughAnswers.ts';
import { type Estimate, rescale } from './interval.ts';
import { sampleVariance } from './sampleVariance.ts';
import { type WeightedSums, weightedSums } from './weightedSums.ts';
import { adjustForMissingStrength, type FeltAnswers, type RatedAnswers } from './weightingClass.ts';

/** How strongly people felt, and which way. The figures are `null` below 5 answers. */
export type IntensityScore = {
  /** Answers that contribute: strength known, or neutral. */
  n: number;
  /** Kish's effective number of them; 0 at n = 0. */
  nEff: number;
  /** Answers left out because nobody who felt their way said how strongly. */
  unrated: number;
} & (
  | {
      enough: true;
      intensity: Estimate;
      valence: Estimate;
      positive: number;
      negative: number;
      /** s² of 100u: how much single answers differ. */
      variance: number;
    }
  | { enough: false; intensity: null; valence: null; positive: null; negative: null; variance: null }
);

/**
 * The score of one touchpoint's felt answers.
 *
 * - intensity II = 100·Σwu/Σw, 0…100: the ranking key
 * - valence NV = 100·Σws/Σw, −100…100, |NV| ≤ II
 * - positive P = (II+NV)/2 and negative N = (II−NV)/2, so II = P + N
 *
 * with u = i and s = σ·i, all in points of 100. The intervals are `adjustedWilson`'s, that of NV on (s+1)/2.
 *
 * @example six at once, all angry with strength 4 // intensity 80, valence −80, positive 0, negative 80
 * @see scoring.md §4
 */
export function intensityScore(answers: readonly FeltAnswers[]): IntensityScore {
  const { rated, unrated } = adjustForMissingStrength(answers);
  const felt = intensitySums(rated);
  const size = { n: felt.n, nEff: effectiveSize(felt), unrated };
  if (!isEnough(felt.n)) {
    return { ...size, enough: false, intensity: null, valence: null, positive: null, negative: null, variance: null };
  }
  const signed = signedSums(rated);
  const balance = adjustedWilson(sumsOf(rated, (group) => (signedIntensity(group) + 1) / 2));
  const intensity = rescale(adjustedWilson(felt), 0, 100);
  // Its own sum, so that |NV| ≤ II to the last bit; the interval is that of (s+1)/2.
  const valence = { ...rescale(balance, -100, 100), value: 100 * signed.mean };
  return {
    ...size,
    enough: true,
    intensity,
    valence,
    positive: (intensity.value + valence.value) / 2,
    negative: (intensity.value - valence.value) / 2,
    variance: 100 ** 2 * sampleVariance(felt),
  };
}

/** The sums over u = |σ|·i. */
export const intensitySums = (rated: readonly RatedAnswers[]): WeightedSums =>
  sumsOf(rated, ({ intensity }) => intensity);

/** The sums over s = σ·i. */
export const signedSums = (rated: readonly RatedAnswers[]): WeightedSums => sumsOf(rated, signedIntensity);

const sumsOf = (rated: readonly RatedAnswers[], read: (group: RatedAnswers) => number) =>
  weightedSums(rated.map((group) => ({ value: read(group), weight: group.weight, count: group.count })));

const signedIntensity = ({ sign, intensity }: RatedAnswers) => sign * intensity;
