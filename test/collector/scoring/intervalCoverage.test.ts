import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  type AnswerShape,
  latencySpread,
  promisedCoverage,
  promisedShapes,
  trueIntensity,
} from '../../../bench/support/answerShapes.js';
import { answersOf } from '../../../bench/support/drawAnswers.js';
import { intensityScore } from '../../../packages/collector/src/scoring/intensityScore.ts';
import type { Interval } from '../../../packages/collector/src/scoring/interval.ts';
import { latencyBinWeight } from '../../../packages/collector/src/scoring/latencyBinWeight.ts';

/** Few, to be quick: `npm run bench -- coverage` makes 10,000 of each, and has more shapes. */
const samples = 300;

const late = {
  withoutStrength: 0.25,
  latencies: latencySpread.map(([bin, share]) => [latencyBinWeight(bin), share] as const),
};

/** The scores' intervals of samples that are as large as to be shown. */
function intervalsOf(shape: AnswerShape, n: number, circumstances: Parameters<typeof answersOf>[1]): Interval[] {
  const random = xoroshiro128plus(7);
  const draw = answersOf(shape, circumstances);
  const scores = Array.from({ length: samples }, () => intensityScore(draw(random, n, true)));
  return scores.map(({ intensity }) => intensity).filter((intensity) => intensity !== null);
}

describe.each(Object.entries(promisedShapes))('the 95% interval of answers that are %s', (_name, shape) => {
  const truth = trueIntensity(shape);

  it.each([5, 10, 30])('covers the true intensity as often as promised with %i answers', (n) => {
    for (const circumstances of [{}, late]) {
      const intervals = intervalsOf(shape, n, circumstances);
      expect(intervals).toHaveLength(samples);
      const covering = intervals.filter(({ low, high }) => low <= truth && truth <= high);
      expect(covering.length / samples).toBeGreaterThanOrEqual(promisedCoverage);
    }
  });
});
