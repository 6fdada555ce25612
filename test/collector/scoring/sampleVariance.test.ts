import { describe, expect, it } from 'vitest';
import { sampleVariance } from '../../../packages/collector/src/scoring/sampleVariance.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';

const varianceOf = (...valuesAndWeights: [value: number, weight: number][]) =>
  sampleVariance(weightedSums(valuesAndWeights.map(([value, weight]) => ({ value, weight, count: 1 }))));

describe('sampleVariance', () => {
  it('is weighted', () => {
    // By hand: m = .75; Σw(x−m)²/Σw = (.5625 + 3·.0625)/4 = .1875; n/(n−1) = 2
    expect(varianceOf([0, 1], [1, 3])).toBeCloseTo(0.375, 12);
  });

  it('is the ordinary one where all weigh the same', () => {
    // By hand: m = .56, .432/4
    expect(varianceOf([0.2, 0.7], [0.4, 0.7], [0.4, 0.7], [0.8, 0.7], [1, 0.7])).toBeCloseTo(0.108, 12);
  });

  it('is 0 of fewer than two values, and exactly 0 where all are the same', () => {
    expect(varianceOf()).toBe(0);
    expect(varianceOf([1, 1])).toBe(0);
    expect(varianceOf([0.2, 1], [0.2, 1], [0.2, 1])).toBe(0);
  });
});
