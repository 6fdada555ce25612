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

  it('have no spread at all where all values are the same, though the sums of floats miss them', () => {
    // .2 + .2 + .2 = .6000000000000001, a third of which is .20000000000000004
    expect((0.2 + 0.2 + 0.2) / 3).not.toBe(0.2);
    const sums = weightedSums([1, 1, 1].map((weight) => ({ value: 0.2, weight, count: 1 })));
    expect(sums).toMatchObject({ mean: 0.2, wd2: 0, w2d2: 0 });
  });

  it('take no notice of a group without answers', () => {
    const empty = { value: 1, weight: 1, count: 0 };
    const answers = { value: 0.2, weight: 1, count: 3 };
    expect(weightedSums([answers, empty])).toStrictEqual(weightedSums([answers]));
    expect(weightedSums([answers, empty])).toMatchObject({ n: 3, mean: 0.2, wd2: 0, w2d2: 0 });
  });
});
