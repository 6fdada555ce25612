import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../packages/collector/src/scoring/studentQuantile.ts';

describe('studentQuantile', () => {
  // Whole df: NIST/SEMATECH e-Handbook §1.3.6.7.2 and Fisher & Yates' table, with the further digits of R's qt(.975, df).
  // Fractional and large df: SciPy 1.17 stats.t.ppf(.975, df).
  it.each([
    [0.05, 1.1958337585475138e25],
    [0.5, 164.55767348048818],
    [1, 12.706204736174694],
    [1.5, 6.016663104427929],
    [2, 4.302652729749462],
    [3, 3.1824463052837078],
    [4.588, 2.64158867711583],
    [10, 2.228138851986274],
    [30, 2.0422724563012378],
    [999.999, 1.9623390832043346],
    [1000, 1.9623390808264083],
    [1e8, 1.9599640082627663],
  ])('at %d degrees of freedom', (df, t) => {
    expect(studentQuantile(df) / t).toBeCloseTo(1, 11);
  });

  it('becomes infinite as the last degree of freedom goes, never NaN', () => {
    for (const df of [1e-3, 1e-6, 1e-10, 1e-16, Number.MIN_VALUE, 0]) {
      expect(studentQuantile(df)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it.each([-1, Number.NaN])('refuses %d degrees of freedom', (df) => {
    expect(() => studentQuantile(df)).toThrow(/df/);
  });
});
