import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import { latencyBin } from '@vivencia/contract/latency';
import { describe, expect, it } from 'vitest';
import { effectiveSize } from '../../../packages/collector/src/scoring/effectiveSize.ts';
import { feltIntensity } from '../../../packages/collector/src/scoring/feltIntensity.ts';
import { intensityScore, intensitySums, signedSums } from '../../../packages/collector/src/scoring/intensityScore.ts';
import { latencyBinWeight } from '../../../packages/collector/src/scoring/latencyBinWeight.ts';
import { latencyWeight } from '../../../packages/collector/src/scoring/latencyWeight.ts';
import { standardError } from '../../../packages/collector/src/scoring/standardError.ts';
import {
  adjustForMissingStrength,
  type FeltAnswers,
  type RatedAnswers,
} from '../../../packages/collector/src/scoring/weightingClass.ts';

type Answer = [emotion: Emotion, strength: number | null, minutes: number];

const endToEnd: Answer[] = [
  ['angry', 5, 2],
  ['happy', 4, 1],
  ['indifferent', null, 30],
  ['frustrated', 3, 1440],
  ['calm', 2, 10080],
  ['angry', 4, 0],
];

const feltWith = (weigh: (minutes: number) => number, answers: Answer[]): FeltAnswers[] =>
  answers.map(([emotion, strength, minutes]) => ({
    ...feltIntensity(emotionSign[emotion], strength),
    weight: weigh(minutes),
    count: 1,
  }));

const binned = (minutes: number) => latencyBinWeight(latencyBin(minutes));

/** Σw²u and Σw²u², which scoring.md gives for the sum of squares about the mean that the code takes at once. */
const squareSums = (rated: RatedAnswers[]) => ({
  wx: rated.reduce((sum, { intensity, weight }) => sum + weight ** 2 * intensity, 0),
  wx2: rated.reduce((sum, { intensity, weight }) => sum + weight ** 2 * intensity ** 2, 0),
});

describe('intensityScore, worked end to end (scoring.md §8)', () => {
  it('has the sums of the exact curve', () => {
    const { rated } = adjustForMissingStrength(feltWith(latencyWeight, endToEnd));
    const felt = intensitySums(rated);
    expect(felt.n).toBe(6);
    expect(felt.w).toBeCloseTo(4.895305191, 9);
    expect(felt.w2).toBeCloseTo(4.337143047, 9);
    expect(felt.wx).toBeCloseTo(3.092429761, 9);
    const { wx: w2x, wx2: w2x2 } = squareSums(rated);
    expect(w2x).toBeCloseTo(2.845049744, 9);
    expect(w2x2).toBeCloseTo(2.412208271, 9);
    expect(felt.w2d2).toBeCloseTo(w2x2 - 2 * felt.mean * w2x + felt.mean ** 2 * felt.w2, 12);
    expect(signedSums(rated).wx).toBeCloseTo(-1.148086028, 9);
    expect(100 * standardError(felt)).toBeCloseTo(16.572689, 6);
    expect(effectiveSize(felt)).toBeCloseTo(5.525299, 6);
  });

  it('has the figures of the exact curve', () => {
    const score = intensityScore(feltWith(latencyWeight, endToEnd));
    expect(score.intensity?.value).toBeCloseTo(63.171337, 6);
    expect(score.valence?.value).toBeCloseTo(-23.452798, 6);
    expect(score.nEff).toBeCloseTo(5.525299, 6);
    expect(score.intensity?.low).toBeCloseTo(22.491985, 6);
    expect(score.intensity?.high).toBeCloseTo(91.022382, 6);
    expect(score.valence?.low).toBeCloseTo(-80.493785, 6);
    expect(score.valence?.high).toBeCloseTo(56.116379, 6);
  });

  it('has the figures of the binned weights', () => {
    const score = intensityScore(feltWith(binned, endToEnd));
    expect(score.intensity?.value).toBeCloseTo(63.303137, 6);
    expect(score.valence?.value).toBeCloseTo(-23.428994, 6);
    expect(score.nEff).toBeCloseTo(5.588324, 6);
    expect(score.intensity?.low).toBeCloseTo(23.09801, 6);
    expect(score.intensity?.high).toBeCloseTo(90.831834, 6);
    expect(score.valence?.low).toBeCloseTo(-80.2226, 6);
    expect(score.valence?.high).toBeCloseTo(55.624474, 6);
  });
});

describe('intensityScore of few answers', () => {
  const answers = (count: number) => feltWith(() => 1, Array<Answer>(count).fill(['angry', 4, 0]));

  it('is no figure below 5', () => {
    expect(intensityScore(answers(4))).toEqual({
      n: 4,
      nEff: 4,
      unrated: 0,
      enough: false,
      intensity: null,
      valence: null,
      positive: null,
      negative: null,
      variance: null,
    });
    expect(intensityScore(answers(5)).enough).toBe(true);
  });

  it('is explicit without any answer: no NaN', () => {
    expect(intensityScore([])).toMatchObject({ n: 0, nEff: 0, unrated: 0, enough: false, intensity: null });
  });

  it('rests on n_eff where nobody differs', () => {
    const { intensity } = intensityScore(feltWith(() => 1, Array<Answer>(20).fill(['indifferent', null, 0])));
    // Newcombe 1998: 0/20
    expect(intensity?.value).toBe(0);
    expect(intensity?.low).toBe(0);
    expect(intensity?.high).toBeCloseTo(16.11, 2);
  });
});
