import { describe, expect, it } from 'vitest';
import { twoSidedP } from '../../../packages/collector/src/scoring/twoSidedP.ts';

describe('twoSidedP', () => {
  // R 4: 2 * pnorm(-z)
  it.each([
    [0, 1],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.575829303548901, 0.01],
    [5, 5.733031437583869e-7],
    [10, 1.523970604832094e-23],
  ])('of %d', (z, p) => {
    expect(twoSidedP(z) / p).toBeCloseTo(1, 12);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  });

  it('is 0 where no double is small enough, never an error', () => {
    for (const z of [38, 1e6, Infinity, -Infinity]) expect(twoSidedP(z)).toBe(0);
  });

  it('refuses NaN', () => {
    expect(() => twoSidedP(Number.NaN)).toThrow(/z/);
  });
});
