import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { intensityScore } from '../packages/collector/dist/scoring/intensityScore.js';
import { ranking } from '../packages/collector/dist/scoring/ranking.js';
import { allOrNothing, mixtureOf, promisedShapes, trueIntensity } from './support/answerShapes.js';
import { circumstances, seed } from './support/circumstances.js';
import { answersOf } from './support/drawAnswers.js';
import { rounded } from './support/intervalRecord.js';
import { share, showTable } from './support/table.js';

/** Samples of ten touchpoints each: a share of .05 is then known to ± .0049 (one standard error). */
const runs = 2_000;

const touchpoints = 10;
const tenOf = (shapeAt) => Array.from({ length: touchpoints }, (_, place) => shapeAt(place));
const { ceilingHeavy, mixed, nineInTenNeutral } = promisedShapes;

const allOrNothingLikeMixed = allOrNothing(trueIntensity(mixed));

/** Ten touchpoints each. Of the equal ones none is truly above another: every pair that is told apart is a mistake. */
const fields = {
  equalCeilingHeavy: tenOf(() => ceilingHeavy),
  equalMixed: tenOf(() => mixed),
  equalNineInTenNeutral: tenOf(() => nineInTenNeutral),
  /** One variance for all is then wrong for each of them. */
  equalOfUnlikeSpread: tenOf((place) => (place % 2 === 0 ? allOrNothingLikeMixed : mixed)),
  /** From the intensity of mixed answers to that of ceiling-heavy ones in nine equal steps. */
  different: tenOf((place) => mixtureOf(ceilingHeavy, mixed, 1 - place / (touchpoints - 1))),
};

/** Answers of each touchpoint. Unequal: every other one has few, among them those that vary most. */
const sizes = {
  5: tenOf(() => 5),
  30: tenOf(() => 30),
  100: tenOf(() => 100),
  '5 or 100': tenOf((place) => (place % 2 === 0 ? 5 : 100)),
};

/**
 * How often touchpoints are told apart that do not differ (nominally at most .05), and how often all true ranks of
 * touchpoints that do differ lie in their rank intervals (nominally at least .95).
 */
export function reportRanking() {
  const show = showTable('Ranking ten touchpoints', columns);
  const cells = [];
  for (const circumstance of ['prompt', 'lateQuarterWithoutStrengthOnTop']) {
    for (const field of Object.keys(fields)) {
      for (const n of Object.keys(sizes)) {
        const cell = { field, circumstance, n, ...simulate(fields[field], sizes[n], circumstances[circumstance]) };
        show(cell);
        cells.push(cell);
      }
    }
  }
  return { runs, cells };
}

function simulate(shapes, counts, { onTop, ...how }) {
  const random = xoroshiro128plus(seed);
  const draws = shapes.map((shape) => answersOf(shape, how));
  const truths = shapes.map(trueIntensity);
  let toldApart = 0;
  let separable = 0;
  let holdingAll = 0;
  let width = 0;
  for (let i = 0; i < runs; i += 1) {
    const scores = draws.map((draw, place) => intensityScore(draw(random, counts[place], onTop)));
    const ranked = ranking(scores.map(({ intensity, n, nEff, variance }) => ({ ...intensity, n, nEff, variance })));
    const ranks = ranked.standings.map(({ rank }) => rank);
    if (ranks.some(({ low }) => low > 1)) toldApart += 1;
    if (ranked.separable) separable += 1;
    if (ranks.every((rank, place) => holds(rank, truths[place], truths))) holdingAll += 1;
    width += ranks.reduce((sum, { low, high }) => sum + high - low, 0) / ranks.length;
  }
  return {
    toldApart: rounded(toldApart / runs, 4),
    separable: rounded(separable / runs, 4),
    holdingAllRanks: rounded(holdingAll / runs, 4),
    width: rounded(width / runs, 2),
  };
}

/** Floats of equal truths, summed in another order, may differ by less than this. */
const equalWithin = 1e-9;

/** Whether the interval holds every rank that the truth has; of equal truths, each has all the ranks that they share. */
function holds({ low, high }, truth, truths) {
  const above = truths.filter((other) => other > truth + equalWithin).length;
  const below = truths.filter((other) => other < truth - equalWithin).length;
  return low <= 1 + above && high >= truths.length - below;
}

const columns = [
  ['circumstance', 31, ({ circumstance }) => circumstance],
  ['touchpoints', 21, ({ field }) => field],
  ['n', 8, ({ n }) => n],
  ['any pair apart', 14, ({ toldApart }) => share(toldApart)],
  ['separable', 9, ({ separable }) => share(separable)],
  ['all ranks held', 14, ({ holdingAllRanks }) => share(holdingAllRanks)],
  ['width', 6, ({ width }) => width.toFixed(1)],
];
