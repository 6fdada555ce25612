import { intensityScore } from '../packages/collector/dist/scoring/intensityScore.js';
import { extremeShapes, promisedCoverage, trueIntensity } from './support/answerShapes.js';
import { rounded } from './support/intervalRecord.js';

const strengths = [null, 1, 2, 3, 4, 5];
const commonestShares = [0.9, 0.95, 0.98];
/** How the rest is divided between two other kinds of answer. */
const splits = [0.3, 0.5, 0.7];
const sizes = Array.from({ length: 13 }, (_, step) => 15 * (step + 1));
const everySize = Array.from({ length: 196 }, (_, step) => step + 5);

/**
 * Coverage to the last digit, without drawing: populations of three kinds of answer are small enough to go through every
 * sample that they can give. Coverage goes up and down like a saw as n grows, so a few sizes do not show the worst.
 */
export function reportEnumerated() {
  const populations = nearlyAlike();
  const cells = populations.flatMap((shape) => sizes.map((n) => ({ shape, n, coverage: coverageOf(shape, n) })));
  const below = (limit) => rounded(cells.filter(({ coverage }) => coverage < limit).length / cells.length, 4);
  const [lowest] = cells.toSorted((a, b) => a.coverage - b.coverage);
  const { neutralButFewWeakAndFewStrong, nineteenInTwentyAtMaximumAndFewNeutral } = extremeShapes;
  return {
    populations: populations.length,
    sizes,
    lowest: { ...lowest, coverage: rounded(lowest.coverage, 4) },
    shareBelow: { promised: below(promisedCoverage), ninety: below(0.9) },
    overEverySize: {
      neutralButFewWeakAndFewStrong: lowestOver(neutralButFewWeakAndFewStrong),
      nineteenInTwentyAtMaximumAndFewNeutral: lowestOver(nineteenInTwentyAtMaximumAndFewNeutral),
    },
  };
}

/** Nearly all answers neutral, or nearly all at the maximum, and two other kinds. */
function nearlyAlike() {
  const kinds = (strength, share) => [strength === null ? 0 : 1, strength, share];
  return commonestShares.flatMap((share) =>
    [null, 5].flatMap((commonest) => {
      const others = strengths.filter((strength) => strength !== commonest);
      const pairs = others.flatMap((one, place) => others.slice(place + 1).map((other) => [one, other]));
      return pairs.flatMap(([one, other]) =>
        splits.map((split) => [
          kinds(commonest, share),
          kinds(one, (1 - share) * split),
          kinds(other, (1 - share) * (1 - split)),
        ]),
      );
    }),
  );
}

function lowestOver(shape) {
  const found = everySize.map((n) => ({ n, coverage: coverageOf(shape, n) }));
  const [{ n, coverage }] = found.toSorted((a, b) => a.coverage - b.coverage);
  const mean = found.reduce((sum, each) => sum + each.coverage, 0) / found.length;
  return { n, lowest: rounded(coverage, 4), mean: rounded(mean, 4) };
}

/** Samples less likely than this are passed over, and the others weighed by their share of the whole. */
const unlikely = 1e-7;
const sumsWithin = 1e-9;

function coverageOf(shape, n) {
  const truth = trueIntensity(shape);
  let [held, total] = [0, 0];
  for (let first = 0; first <= n; first++) {
    for (let second = 0; second <= n - first; second++) {
      const counts = [first, second, n - first - second];
      const chance = multinomial(counts, shape);
      if (chance < unlikely) continue;
      const { low, high } = intensityScore(answersOf(shape, counts)).intensity;
      total += chance;
      if (low - sumsWithin <= truth && truth <= high + sumsWithin) held += chance;
    }
  }
  return held / total;
}

const answersOf = (shape, counts) =>
  shape.flatMap(([sign, strength], kind) =>
    counts[kind] === 0 ? [] : [{ sign, intensity: (strength ?? 0) / 5, weight: 1, count: counts[kind] }],
  );

const multinomial = (counts, shape) =>
  Math.exp(
    counts.reduce(
      (sum, count, kind) => sum - logFactorial[count] + count * Math.log(shape[kind][2]),
      logFactorial[counts.reduce((sum, count) => sum + count)],
    ),
  );

const logFactorial = [0];
for (let n = 1; n <= 200; n++) logFactorial.push(logFactorial[n - 1] + Math.log(n));
