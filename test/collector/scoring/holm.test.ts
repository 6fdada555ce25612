import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../packages/collector/src/scoring/holm.ts';

describe('holm', () => {
  // R 4: p.adjust(c(.01, .04, .03, .005), "holm")
  it('multiplies the smallest by all, the next by one less, and never lets the order change', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('never exceeds 1, and leaves a single p as it is', () => {
    expect(holm([0.7, 0.8])).toEqual([1, 1]);
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });

  it('rejects what Holm’s own procedure rejects: up to the first p above α/(m − i + 1)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 30 }), (ps) => {
        const sorted = ps.toSorted((a, b) => a - b);
        const stop = sorted.findIndex((p, i) => (ps.length - i) * p > 0.05);
        const rejected = holm(ps).filter((p) => p <= 0.05).length;
        expect(rejected).toBe(stop < 0 ? ps.length : stop);
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d', (p) => {
    expect(() => holm([0.5, p])).toThrow(/p must be 0…1/);
  });
});
