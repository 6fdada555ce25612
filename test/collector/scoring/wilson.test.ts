import { describe, expect, it } from 'vitest';
import { wilson } from '../../../packages/collector/src/scoring/wilson.ts';

describe('wilson', () => {
  // Newcombe 1998, Statistics in Medicine 17: 857–872, table I, method 3
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i', (hits, n, low, high) => {
    const interval = wilson(hits / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.value).toBe(hits / n);
  });

  it('holds the share even where rounding would move an end past it', () => {
    for (let n = 0.5; n < 2_000; n += 0.7) {
      expect(wilson(0, n).low).toBe(0);
      expect(wilson(1, n).high).toBe(1);
    }
  });

  it('knows nothing from no answers', () => {
    expect(wilson(0.3, 0)).toEqual({ value: 0.3, low: 0, high: 1 });
  });

  it.each([
    ['share', 1.1, 10],
    ['share', Number.NaN, 10],
    ['n', 0.5, -1],
    ['n', 0.5, Infinity],
  ])('refuses an impossible %s', (name, share, n) => {
    expect(() => wilson(share, n)).toThrow(new RegExp(`^${name} `));
  });
});
