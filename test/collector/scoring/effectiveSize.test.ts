import { describe, expect, it } from 'vitest';
import { effectiveSize } from '../../../packages/collector/src/scoring/effectiveSize.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';

const sumsOf = (weights: number[]) => weightedSums(weights.map((weight) => ({ value: 0.5, weight, count: 1 })));

describe('effectiveSize', () => {
  // Kish 1965; worked in scoring.md §8
  it.each([
    ['50 weights of 1 and 50 of 2', [...Array(50).fill(1), ...Array(50).fill(2)], 90],
    ['1, 2, 3, 4', [1, 2, 3, 4], 3.3333333],
    ['1, .5, .25, .25', [1, 0.5, 0.25, 0.25], 2.9090909],
    ['no weight at all', [], 0],
  ])('of %s', (_, weights, size) => {
    expect(effectiveSize(sumsOf(weights))).toBeCloseTo(size, 6);
  });
});
