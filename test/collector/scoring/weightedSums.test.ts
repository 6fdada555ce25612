import { describe, expect, it } from 'vitest';
import { sampleVariance } from '../../../packages/collector/src/scoring/sampleVariance.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';

describe('weightedSums', () => {
  // NIST StRD, NumAcc4: 10000000.2, then 500 times 10000000.1 and 10000000.3; certified mean 10000000.2, sd .1
  it('keep the digits of NIST’s NumAcc4, to 1e−7', () => {
    const values = [10000000.2, ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat()];
    const sums = weightedSums(values.map((value) => ({ value, weight: 1, count: 1 })));
    expect(sums.n).toBe(1001);
    expect(Math.abs(sums.mean - 10000000.2)).toBeLessThan(1e-7);
    expect(Math.abs(Math.sqrt(sampleVariance(sums)) - 0.1)).toBeLessThan(1e-7);
  });

  it('count groups as they count single answers', () => {
    const grouped = weightedSums([
      { value: 0.4, weight: 0.5, count: 3 },
      { value: 1, weight: 1, count: 2 },
    ]);
    const single = weightedSums(
      [0.4, 0.4, 0.4, 1, 1].map((value) => ({ value, weight: value === 1 ? 1 : 0.5, count: 1 })),
    );
    expect(grouped).toEqual(
      Object.fromEntries(Object.entries(single).map(([name, sum]) => [name, expect.closeTo(sum, 12)])),
    );
  });

  it('have no spread at all where all values are the same, though the sums of floats say 1e−17', () => {
    const sums = weightedSums([1, 0.908447, 0.761086, 0.649291].map((weight) => ({ value: 0.6, weight, count: 7 })));
    expect(sums).toMatchObject({ mean: 0.6, wd2: 0, w2d2: 0 });
  });
});

describe('sampleVariance', () => {
  it('is weighted, and needs two values', () => {
    const sums = weightedSums([
      { value: 0, weight: 1, count: 1 },
      { value: 1, weight: 3, count: 1 },
    ]);
    // m = .75; Σw(x−m)²/Σw = (.5625 + 3·.0625)/4 = .1875; n/(n−1) = 2
    expect(sampleVariance(sums)).toBeCloseTo(0.375, 12);
    expect(() => sampleVariance(weightedSums([{ value: 1, weight: 1, count: 1 }]))).toThrow(/two values/);
  });
});
