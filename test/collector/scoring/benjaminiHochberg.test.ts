import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../packages/collector/src/scoring/benjaminiHochberg.ts';

/** Benjamini & Hochberg 1995, table of the myocardial infarction study. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe('benjaminiHochberg', () => {
  it('rejects 4 of the 15 hypotheses of Benjamini & Hochberg 1995 at q = .05', () => {
    const rejected = (ps: number[]) => benjaminiHochberg(ps).map((p) => p <= 0.05);
    expect(rejected(published)).toEqual(published.map((_, place) => place < 4));
    expect(rejected(published.toReversed()).filter(Boolean)).toHaveLength(4);
  });

  // R 4: p.adjust(c(.01, .04, .03, .005), "BH")
  it('never lets the order change', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.005])).toEqual(
      [0.02, 0.04, 0.04, 0.02].map((p) => expect.closeTo(p, 12)),
    );
  });

  // By hand: 4/3·.041 = .0546667 is less than 4/2·.04 and 4·.03, so it holds for all three
  it('is never more than the next larger p’s', () => {
    const adjusted = [0.0546667, 0.0546667, 0.0546667, 0.9].map((p) => expect.closeTo(p, 7));
    expect(benjaminiHochberg([0.03, 0.04, 0.041, 0.9])).toEqual(adjusted);
    expect(benjaminiHochberg([0.9, 0.04, 0.041, 0.03])).toEqual(adjusted.toReversed());
  });

  it('leaves a single p as it is', () => {
    expect(benjaminiHochberg([0.04])).toEqual([0.04]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('refuses what is no p', () => {
    expect(() => benjaminiHochberg([2])).toThrow(/p must be 0…1/);
  });
});
