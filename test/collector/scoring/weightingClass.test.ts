import { describe, expect, it } from 'vitest';
import { intensityScore } from '../../../packages/collector/src/scoring/intensityScore.ts';
import { latencyBinWeight } from '../../../packages/collector/src/scoring/latencyBinWeight.ts';
import { adjustForMissingStrength, type FeltAnswers } from '../../../packages/collector/src/scoring/weightingClass.ts';

const late = latencyBinWeight(4);
const group = (sign: -1 | 0 | 1, intensity: number | null, count: number, weight = 1): FeltAnswers => ({
  sign,
  intensity,
  count,
  weight,
});

describe('adjustForMissingStrength', () => {
  it('lets answers of the same sign stand in: II 49, not 44.39 (scoring.md §8; Oh & Scheuren 1983)', () => {
    const score = intensityScore([group(0, 0, 30), group(-1, 0.6, 26), group(-1, 0.8, 26), group(-1, null, 18)]);
    expect(score.intensity?.value).toBeCloseTo(49, 10);
    expect(score.valence?.value).toBeCloseTo(-49, 10);
    expect(score).toMatchObject({ n: 82, unrated: 0 });
    const withoutThem = intensityScore([group(0, 0, 30), group(-1, 0.6, 26), group(-1, 0.8, 26)]);
    // (26·.6 + 26·.8)/82 = 36.4/82
    expect(withoutThem.intensity?.value).toBeCloseTo(44.39, 2);
  });

  it('takes both sums over all latency bins, weighted', () => {
    const { rated } = adjustForMissingStrength([
      group(1, 0.4, 3),
      group(1, 1, 2, late),
      group(1, null, 4),
      group(1, null, 5, late),
    ]);
    const factor = (3 + 2 * late + 4 + 5 * late) / (3 + 2 * late);
    expect(rated.map(({ weight }) => weight)).toEqual([factor, late * factor]);
  });

  it('leaves the other classes as they are', () => {
    const { rated } = adjustForMissingStrength([group(-1, 0.4, 1), group(-1, null, 1), group(0, 0, 9), group(1, 1, 3)]);
    expect(rated.map(({ sign, weight }) => [sign, weight])).toEqual([
      [-1, 2],
      [0, 1],
      [1, 1],
    ]);
  });

  it('lets nobody stand in whom an amendment took away', () => {
    expect(adjustForMissingStrength([group(1, 0.4, 0), group(1, null, 3)])).toEqual({ rated: [], unrated: 3 });
  });

  it('leaves out a class in which nobody said how strongly, and says how many', () => {
    const score = intensityScore([group(0, 0, 6), group(1, 0.5, 2), group(-1, null, 7), group(-1, null, 4, late)]);
    expect(score).toMatchObject({ n: 8, unrated: 11, negative: 0 });
  });
});
