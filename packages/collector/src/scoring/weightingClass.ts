import { signs } from '@vivencia/contract/emotion';
import type { Feeling } from './feltIntensity.ts';

/** Answers alike: which way, how strongly, how many of them, and what each one weighs. */
export interface FeltAnswers extends Feeling {
  count: number;
  weight: number;
}

/** Answers whose intensity is known. */
export interface RatedAnswers extends FeltAnswers {
  intensity: number;
}

export interface AdjustedAnswers {
  rated: RatedAnswers[];
  /** Answers left out because nobody who felt their way said how strongly. */
  unrated: number;
}

/**
 * Weighting-class adjustment for answers without strength. Left out, they would bias intensity towards neutral, so the
 * answers of the same sign c that have a strength stand in for them: each weighs w' = w·f_c, with
 * f_c = Σw of all answers of the class / Σw of those with a strength. Both sums are latency-weighted, over all bins
 * together. The neutral class needs no strength, so its factor is always 1.
 *
 * A class in which nobody gave a strength cannot be stood in for: its answers are left out and reported.
 *
 * @see Oh & Scheuren 1983; scoring.md §1
 * @example 52 angry with a strength and 18 without, all at once: each of the 52 weighs 70/52
 */
export function adjustForMissingStrength(answers: readonly FeltAnswers[]): AdjustedAnswers {
  const adjusted: AdjustedAnswers = { rated: [], unrated: 0 };
  for (const sign of signs) {
    const everyone = answers.filter((group) => group.sign === sign);
    const rated = everyone.filter(isRated);
    if (rated.length === 0) {
      adjusted.unrated += everyone.reduce((total, group) => total + group.count, 0);
      continue;
    }
    const factor = totalWeight(everyone) / totalWeight(rated);
    adjusted.rated.push(
      ...rated.map(({ sign, intensity, weight, count }) => ({ sign, intensity, weight: weight * factor, count })),
    );
  }
  return adjusted;
}

const isRated = (group: FeltAnswers): group is RatedAnswers => group.intensity !== null && group.count > 0;

const totalWeight = (groups: readonly FeltAnswers[]) =>
  groups.reduce((total, group) => total + group.count * group.weight, 0);
