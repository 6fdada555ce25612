import { describe, expect, it } from 'vitest';
import { shrink } from '../../../packages/collector/src/scoring/shrink.ts';

describe('shrink', () => {
  // Efron & Morris 1975: batting averages after 45 at bats, and what they were drawn to. Their variance between is James
  // and Stein's, from (K − 3)/Σ(y − ȳ)²; the drawing is ours.
  it('draws Efron and Morris’ batters to where they drew them', () => {
    const averages = [
      0.4, 0.378, 0.356, 0.333, 0.311, 0.311, 0.289, 0.267, 0.244, 0.244, 0.222, 0.222, 0.222, 0.222, 0.222, 0.2, 0.178,
      0.156,
    ];
    const drawn = [
      0.294, 0.289, 0.285, 0.28, 0.275, 0.275, 0.27, 0.266, 0.261, 0.261, 0.256, 0.256, 0.256, 0.256, 0.256, 0.252,
      0.247, 0.242,
    ];
    const mean = averages.reduce((sum, y) => sum + y, 0) / averages.length;
    const variance = (mean * (1 - mean)) / 45;
    const squares = averages.reduce((sum, y) => sum + (y - mean) ** 2, 0);
    const betweenVariance = squares / (averages.length - 3) - variance;
    averages.forEach((value, place) => {
      expect(shrink({ value, variance }, { mean, betweenVariance })).toBeCloseTo(Number(drawn[place]), 3);
    });
  });

  it('draws wholly where figures do not differ, and not at all where one is sure', () => {
    expect(shrink({ value: 9, variance: 1 }, { mean: 5, betweenVariance: 0 })).toBe(5);
    expect(shrink({ value: 9, variance: 0 }, { mean: 5, betweenVariance: 1 })).toBe(9);
  });
});
