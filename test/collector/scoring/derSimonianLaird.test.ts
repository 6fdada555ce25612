import { describe, expect, it } from 'vitest';
import { derSimonianLaird } from '../../../packages/collector/src/scoring/derSimonianLaird.ts';

/** Rubin 1981, Journal of Educational Statistics 6(4): effects of coaching and their standard errors. */
const eightSchools = [
  [28, 15],
  [8, 10],
  [-3, 16],
  [7, 11],
  [-1, 9],
  [1, 11],
  [18, 10],
  [12, 18],
].map(([value, error]) => ({ value: Number(value), variance: Number(error) ** 2 }));

/** Colditz et al. 1994, JAMA 271: BCG vaccine, tuberculosis yes and no, among the vaccinated and the others. */
const vaccine = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
].map(([a = 0, b = 0, c = 0, d = 0]) => ({
  value: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}));

describe('derSimonianLaird', () => {
  // scoring.md §8; R's metafor, rma(method = "DL")
  it('has the published figures of the BCG trials’ log risk ratios', () => {
    const { betweenVariance, mean, standardError, q } = derSimonianLaird(vaccine);
    expect(betweenVariance).toBeCloseTo(0.3088, 4);
    expect(mean).toBeCloseTo(-0.7141, 4);
    expect(standardError).toBeCloseTo(0.1787, 4);
    expect(q).toBeCloseTo(152.233, 3);
  });

  it('has the published figures of the eight schools, whose differences chance explains', () => {
    const { betweenVariance, mean, standardError, q } = derSimonianLaird(eightSchools);
    expect(betweenVariance).toBe(0);
    expect(mean).toBeCloseTo(7.685617, 6);
    expect(standardError).toBeCloseTo(4.071919, 6);
    expect(q).toBeCloseTo(4.707079, 6);
  });

  it.each([
    ['one figure', [{ value: 1, variance: 1 }], /at least two/],
    [
      'a figure without variance',
      [
        { value: 1, variance: 0 },
        { value: 2, variance: 1 },
      ],
      /variance/,
    ],
    [
      'a variance that is none',
      [
        { value: 1, variance: Number.NaN },
        { value: 2, variance: 1 },
      ],
      /variance/,
    ],
  ])('refuses %s', (_, figures, message) => {
    expect(() => derSimonianLaird(figures)).toThrow(message);
  });
});
