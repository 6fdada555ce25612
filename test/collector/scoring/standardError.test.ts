import { describe, expect, it } from 'vitest';
import { standardError } from '../../../packages/collector/src/scoring/standardError.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';

describe('standardError', () => {
  it('is s/√n where all weigh the same', () => {
    const values = [0.2, 0.4, 0.4, 0.8, 1];
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    const sums = weightedSums(values.map((value) => ({ value, weight: 0.7, count: 1 })));
    expect(standardError(sums)).toBeCloseTo(Math.sqrt(variance / values.length), 12);
  });

  it('is exactly 0 without spread, though the sums of floats miss the value', () => {
    // .2 + .2 + .2 = .6000000000000001, a third of which is .20000000000000004
    expect((0.2 + 0.2 + 0.2) / 3).not.toBe(0.2);
    const sums = weightedSums([1, 1, 1].map((weight) => ({ value: 0.2, weight, count: 1 })));
    expect(standardError(sums)).toBe(0);
  });

  it('is 0 for a single answer', () => {
    expect(standardError(weightedSums([{ value: 0.4, weight: 1, count: 1 }]))).toBe(0);
  });
});
