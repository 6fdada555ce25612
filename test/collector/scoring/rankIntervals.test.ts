import { describe, expect, it } from 'vitest';
import { rankIntervals } from '../../../packages/collector/src/scoring/rankIntervals.ts';

type Figure = [value: number, variance: number];

const intervalsOf = (...figures: Figure[]) => {
  const { ranks, isAnyPairApart } = rankIntervals(figures.map(([value, variance]) => ({ value, variance })));
  return { ranks: ranks.map(({ low, high }) => `${low}–${high}`).join(' '), isAnyPairApart };
};

/** Figures whose difference is its own z: √(.5 + .5) = 1. */
const unit = (...values: number[]) => values.map((value): Figure => [value, 0.5]);
const figures = (...pairs: Figure[]) => pairs;

describe('rankIntervals', () => {
  // scoring.md §5; p of z is erfc(z/√2), by Python's math.erfc
  const rows: [name: string, figures: Figure[], ranks: string, isAnyPairApart: boolean][] = [
    // p = .0524, .0488
    ['a pair at z = 1.94 is not apart', unit(1.94, 0), '1–2 1–2', false],
    ['a pair at z = 1.97 is apart', unit(1.97, 0), '1–1 2–2', true],
    ['it is the other way round too', unit(0, 1.97), '2–2 1–1', true],
    // √(9 + 16) = 5: z = 1.94, 1.98
    ['variances add up, so 9.7 is too little', figures([9.7, 9], [0, 16]), '1–2 1–2', false],
    ['variances add up, so 9.9 is enough', figures([9.9, 9], [0, 16]), '1–1 2–2', true],
    ['without variance the least difference is enough', figures([60.001, 0], [60, 0]), '1–1 2–2', true],
    ['without variance the same is still alike', figures([60, 0], [60, 0]), '1–2 1–2', false],
    // p = .028: below .05, above .05/3
    ['a pair at z = 2.2 is apart by itself', unit(2.2, 0), '1–1 2–2', true],
    ['a pair at z = 2.2 is not apart among three', unit(2.2, 0, 1.1), '1–3 1–3 1–3', false],
    // p = 5.7e-7, .0069 and .0214, which is below .05/1 but above .05/3: Holm's rule, not Bonferroni's
    ['the last of three pairs needs no more than one by itself', unit(5, 2.3, 0), '1–1 2–2 3–3', true],
    ['a single figure is the first', unit(60), '1–1', false],
    ['no figures have no ranks', [], '', false],
  ];
  it.each(rows)('%s', (_, given, ranks, isAnyPairApart) => {
    expect(intervalsOf(...given)).toEqual({ ranks, isAnyPairApart });
  });

  it('can tell the two ends of twenty apart and nothing else', () => {
    // By hand: z = 22.6/√32 = 3.995, 190·p = .012; 11.3/√32 = 1.998, 189·p > 1
    const alike = Array.from({ length: 18 }, (): Figure => [50, 16]);
    expect(intervalsOf([61.3, 16], ...alike, [38.7, 16])).toEqual({
      ranks: `1–19 ${'1–20 '.repeat(18)}2–20`,
      isAnyPairApart: true,
    });
  });

  it.each([
    ['value', [Number.NaN, 1]],
    ['variance', [1, Number.NaN]],
  ] as [string, Figure][])('refuses a %s that is no number', (_, figure) => {
    expect(() => intervalsOf(figure, [0, 1])).toThrow(RangeError);
  });
});
