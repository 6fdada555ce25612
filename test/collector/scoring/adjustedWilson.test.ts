import { describe, expect, it } from 'vitest';
import { adjustedWilson } from '../../../packages/collector/src/scoring/adjustedWilson.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';
import { wilson } from '../../../packages/collector/src/scoring/wilson.ts';

describe('adjustedWilson', () => {
  it('knows nothing where one answer outweighs all others', () => {
    const sums = weightedSums([
      { value: 0.8, weight: 1e6, count: 1 },
      { value: 0.2, weight: 1, count: 9 },
    ]);
    expect(adjustedWilson(sums)).toMatchObject({ low: 0, high: 1 });
  });

  it('is shorter than a share’s interval, because values in between vary less', () => {
    const between = weightedSums([0.4, 0.6].map((value) => ({ value, weight: 1, count: 50 })));
    const share = weightedSums([0, 1].map((value) => ({ value, weight: 1, count: 50 })));
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(adjustedWilson(between))).toBeLessThan(width(adjustedWilson(share)) / 2);
  });

  const thirty = (most: number, one: number) =>
    weightedSums([
      { value: most, weight: 1, count: 29 },
      { value: one, weight: 1, count: 1 },
    ]);

  // docs/decisions/0008, by hand: m·30/(30 + 2) and (m·30 + 2)/(30 + 2). Without it they would be .9542, .0458 and .2495.
  it.each([
    ['low', 'one just below the maximum', thirty(1, 0.8), 29.8 / 32],
    ['high', 'one just above the minimum', thirty(0, 0.2), 2.2 / 32],
    ['high', 'one above others low on the scale', thirty(0.2, 0.4), 8.2 / 32],
  ] as const)(
    'has what two more answers at the end would make of the mean as its %s, with %s',
    (end, _, sums, limit) => {
      expect(adjustedWilson(sums)[end]).toBeCloseTo(limit, 12);
    },
  );

  it('is Wilson’s with n* where that is already wider than two more answers', () => {
    const mixed = weightedSums([
      { value: 0.2, weight: 1, count: 6 },
      { value: 0.6, weight: 1, count: 10 },
      { value: 1, weight: 1, count: 4 },
    ]);
    // By hand, t₁₉ = 2.093024 by SciPy's t.ppf(.975, 19): m = .56, s² = 1.568/19, S² = (s² + 2·.2464/20)/22 = .00487120
    const size = (0.2464 / ((1.568 / 19 + 0.02464) / 22)) * (1.959964 / 2.093024) ** 2;
    const { low, high } = wilson(0.56, size);
    const interval = adjustedWilson(mixed);
    expect([interval.low, interval.high]).toEqual([low, high].map((limit) => expect.closeTo(limit, 6)));
    expect(interval.low).toBeLessThan((0.56 * 20) / 22);
    expect(interval.high).toBeGreaterThan((0.56 * 20 + 2) / 22);
  });

  it('refuses no values at all', () => {
    expect(() => adjustedWilson(weightedSums([]))).toThrow(/sums/);
  });
});
