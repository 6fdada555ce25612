import { describe, expect, it } from 'vitest';
import { adjustedWilson } from '../../../packages/collector/src/scoring/adjustedWilson.ts';
import { weightedSums } from '../../../packages/collector/src/scoring/weightedSums.ts';

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

  it('refuses no values at all', () => {
    expect(() => adjustedWilson(weightedSums([]))).toThrow(/sums/);
  });
});
