import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../packages/collector/src/scoring/difference.ts';
import { wilson } from '../../../packages/collector/src/scoring/wilson.ts';

const share = ([hits, n]: [number, number]) => wilson(hits / n, n);

describe('difference', () => {
  // Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10
  const published: [a: [number, number], b: [number, number], low: number, high: number][] = [
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
    [[10, 10], [0, 10], 0.6075, 1],
  ];
  it.each(published)('of %j and %j is between %f and %f', (a, b, low, high) => {
    const found = difference(share(a), share(b));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('is surprising exactly where its interval does not hold 0, and turns with its sides', () => {
    const anyShare = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(anyShare, anyShare, ([a, more], [b, moreOfB]) => {
        const [one, other] = [share([a, a + more]), share([b, b + moreOfB])];
        const { value, low, high, p } = difference(one, other);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        if (Math.abs(p - 0.05) > 1e-9) expect(p < 0.05).toBe(low > 0 || high < 0);
        const turned = difference(other, one);
        expect([turned.low, turned.high, turned.p]).toEqual([-high, -low, p].map((x) => expect.closeTo(x, 12)));
      }),
    );
  });
});
