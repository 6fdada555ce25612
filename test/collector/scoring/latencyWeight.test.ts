import { describe, expect, it } from 'vitest';
import { latencyBinWeight, latencyBinWeights } from '../../../packages/collector/src/scoring/latencyBinWeight.ts';
import { latencyWeight, savings } from '../../../packages/collector/src/scoring/latencyWeight.ts';

const hour = 60;
const day = 24 * hour;

describe('latencyWeight', () => {
  // scoring.md §2, checks
  it.each([
    ['0 min', 0, 1],
    ['20 min', 20, 1],
    ['1 h', hour, 0.829494],
    ['9 h', 9 * hour, 0.603306],
    ['24 h', day, 0.533763],
    ['48 h', 2 * day, 0.492459],
    ['7 d', 7 * day, 0.43043],
    ['30 d', 30 * day, 0.37371],
  ])('after %s', (_, minutes, weight) => {
    expect(latencyWeight(minutes)).toBeCloseTo(weight, 6);
  });

  it('is 1/2 at 41.99 h', () => {
    expect(latencyWeight(41.99 * hour)).toBeCloseTo(0.5, 4);
  });

  it('refuses what is no latency', () => {
    expect(() => latencyWeight(-1)).toThrow(/minutes/);
    expect(() => latencyWeight(Number.NaN)).toThrow(/minutes/);
  });
});

describe('savings', () => {
  it('is .569747 at 20 min (scoring.md §2)', () => {
    expect(savings(20)).toBeCloseTo(0.569747, 6);
  });

  // Murre & Dros 2015's refit beside the savings that Ebbinghaus 1885 measured
  it.each([
    [19, 0.575, 0.582],
    [63, 0.4689, 0.442],
    [525, 0.345, 0.358],
    [1440, 0.3041, 0.337],
    [2880, 0.2806, 0.278],
    [8640, 0.2492, 0.254],
    [44640, 0.2123, 0.211],
  ])('after %i min is %f, near what was measured (%f)', (minutes, fitted, measured) => {
    expect(savings(minutes)).toBeCloseTo(fitted, 4);
    expect(Math.abs(savings(minutes) - measured)).toBeLessThan(0.035);
  });
});

describe('latencyBinWeights', () => {
  it('are the curve at the geometric midpoints; unknown weighs as the last (scoring.md §2)', () => {
    const table = [1, 0.908447, 0.761086, 0.649291, 0.566722, 0.512397, 0.459641, 0.399692, 0.350089, 0.350089];
    expect(latencyBinWeights).toHaveLength(table.length);
    table.forEach((weight, bin) => {
      expect(latencyBinWeight(bin)).toBeCloseTo(weight, 6);
    });
  });

  it('are not rounded', () => {
    expect(latencyBinWeight(1)).toBe(latencyWeight(Math.sqrt(20 * 60)));
    expect(latencyBinWeight(8)).toBe(latencyWeight(Math.sqrt(31 * day * 124 * day)));
  });

  it('exist for bins 0–9 only', () => {
    expect(() => latencyBinWeight(10)).toThrow(/bin/);
  });
});
