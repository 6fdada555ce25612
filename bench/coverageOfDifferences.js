import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { difference } from '../packages/collector/dist/scoring/difference.js';
import { intensityScore } from '../packages/collector/dist/scoring/intensityScore.js';
import { extremeShapes, mixtureOf, promisedShapes, trueIntensity } from './support/answerShapes.js';
import { circumstances, seed } from './support/circumstances.js';
import { answersOf } from './support/drawAnswers.js';
import { IntervalRecord, rounded } from './support/intervalRecord.js';
import { share, showTable } from './support/table.js';

/** Samples of two periods each: a coverage of .95 is then known to ± .0044 (one standard error). */
const runs = 2_500;

const sizes = [10, 30, 100];
const significant = 0.05;

const { ceilingHeavy, mixed } = promisedShapes;
const changedShare = 0.2;

/** What a shape becomes in a period in which one answer in five is of another shape. */
const changed = (shape) => mixtureOf(shape === mixed ? ceilingHeavy : mixed, shape, changedShare);

/** The extreme shapes, once changed, are no longer extreme: they tell nothing more than the others. */
const changes = [
  { change: 'none', shapes: { ...promisedShapes, ...extremeShapes }, after: (shape) => shape },
  { change: 'oneInFive', shapes: promisedShapes, after: changed },
];

/** How often the nominal 95% interval of the difference of two periods holds the true one, which may be none. */
export function reportDifferences() {
  const show = showTable('Intervals of differences between two periods', columns);
  const cells = [];
  for (const circumstance of ['prompt', 'lateQuarterWithoutStrengthOnTop']) {
    for (const { change, shapes, after } of changes) {
      for (const [shape, before] of Object.entries(shapes)) {
        for (const n of sizes) {
          const figures = simulate(before, after(before), n, circumstances[circumstance]);
          const cell = { shape, change, circumstance, n, ...figures };
          show(cell);
          cells.push(cell);
        }
      }
    }
  }
  return { runs, cells };
}

function simulate(before, now, n, { onTop, ...how }) {
  const random = xoroshiro128plus(seed);
  const drawBefore = answersOf(before, how);
  const drawNow = answersOf(now, how);
  const truth = trueIntensity(now) - trueIntensity(before);
  const record = new IntervalRecord(truth);
  let found = 0;
  for (let i = 0; i < runs; i += 1) {
    const then = intensityScore(drawBefore(random, n, onTop));
    const later = intensityScore(drawNow(random, n, onTop));
    const estimate = difference(later.intensity, then.intensity);
    record.add(estimate);
    if (estimate.p < significant) found += 1;
  }
  return { truth: rounded(truth, 2), intensity: record.report(), significant: rounded(found / runs, 4) };
}

const columns = [
  ['circumstance', 31, ({ circumstance }) => circumstance],
  ['shape', 38, ({ shape }) => shape],
  ['change', 9, ({ change }) => change],
  ['n', 4, ({ n }) => n],
  ['truth', 6, ({ truth }) => truth.toFixed(1)],
  ['II', 6, ({ intensity }) => share(intensity.coverage)],
  ['±', 6, ({ intensity }) => intensity.error.toFixed(4)],
  ['below', 6, ({ intensity }) => share(intensity.truthBelow)],
  ['above', 6, ({ intensity }) => share(intensity.truthAbove)],
  ['width', 6, ({ intensity }) => intensity.width.toFixed(1)],
  ['p < .05', 7, (cell) => share(cell.significant)],
];
