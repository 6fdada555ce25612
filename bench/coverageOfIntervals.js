import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { intensityScore } from '../packages/collector/dist/scoring/intensityScore.js';
import { extremeShapes, promisedCoverage, promisedShapes, trueIntensity, trueValence } from './support/answerShapes.js';
import { circumstances, seed } from './support/circumstances.js';
import { answersOf } from './support/drawAnswers.js';
import { IntervalRecord, rounded } from './support/intervalRecord.js';
import { referenceIntervals } from './support/referenceIntervals.js';
import { share, showTable } from './support/table.js';

/** Samples of each shape, size and circumstance: a coverage of .95 is then known to ± .0022 (one standard error). */
const runs = 10_000;

const sizes = [5, 10, 30, 100];
/** 100 answers are beyond what is promised. */
const promisedSizes = [5, 10, 30];

const shapes = { ...promisedShapes, ...extremeShapes };

/** How often the nominal 95% intervals of a touchpoint's score hold the truth, and how wide they are for it. */
export function reportIntervals() {
  const show = showTable('Intervals of scores', columns);
  const cells = [];
  for (const circumstance of reported) {
    for (const shape of Object.keys(shapes)) {
      for (const n of sizes) {
        const cell = { shape, circumstance, n, ...simulate(shapes[shape], n, circumstances[circumstance]) };
        show(cell);
        cells.push(cell);
      }
    }
  }
  return { runs, promise: promiseOf(cells), cells };
}

const reported = [
  'prompt',
  'late',
  'quarterWithoutStrength',
  'lateQuarterWithoutStrength',
  'quarterWithoutStrengthOnTop',
];

function promiseOf(cells) {
  const promised = cells.filter(({ shape, n }) => shape in promisedShapes && promisedSizes.includes(n));
  const lowest = promised.reduce((least, cell) => (cell.intensity.coverage < least.intensity.coverage ? cell : least));
  const { shape, circumstance, n, intensity } = lowest;
  return {
    coverage: promisedCoverage,
    kept: intensity.coverage >= promisedCoverage,
    lowest: { shape, circumstance, n, ...intensity },
  };
}

function simulate(shape, n, { onTop, ...how }) {
  const random = xoroshiro128plus(seed);
  const draw = answersOf(shape, how);
  const truth = trueIntensity(shape);
  const intensity = new IntervalRecord(truth);
  const valence = new IntervalRecord(trueValence(shape));
  const clippedT = new IntervalRecord(truth);
  const shareWilson = new IntervalRecord(truth);
  for (let i = 0; i < runs; i += 1) {
    const answers = draw(random, n, onTop);
    const score = intensityScore(answers);
    if (!score.enough) continue;
    intensity.add(score.intensity);
    valence.add(score.valence);
    const reference = referenceIntervals(answers);
    clippedT.add(reference.clippedT);
    shareWilson.add(reference.shareWilson);
  }
  const ours = intensity.report();
  return {
    shown: rounded(intensity.count / runs, 4),
    truth: rounded(truth, 2),
    intensity: ours,
    valence: valence.report(),
    reference: { clippedT: beside(ours, clippedT), shareWilson: beside(ours, shareWilson) },
  };
}

/** The reference's coverage, and our width as a multiple of its. */
function beside(ours, record) {
  const { coverage, width } = record.report();
  return { coverage, widthRatio: rounded(ours.width / width, 3) };
}

const columns = [
  ['circumstance', 28, ({ circumstance }) => circumstance],
  ['shape', 38, ({ shape }) => shape],
  ['n', 4, ({ n }) => n],
  ['shown', 6, ({ shown }) => share(shown)],
  ['II', 6, ({ intensity }) => share(intensity.coverage)],
  ['±', 6, ({ intensity }) => intensity.error.toFixed(4)],
  ['below', 6, ({ intensity }) => share(intensity.truthBelow)],
  ['above', 6, ({ intensity }) => share(intensity.truthAbove)],
  ['width', 6, ({ intensity }) => intensity.width.toFixed(1)],
  ['NV', 6, ({ valence }) => share(valence.coverage)],
  ['t', 6, ({ reference }) => share(reference.clippedT.coverage)],
  ['width×', 6, ({ reference }) => reference.clippedT.widthRatio.toFixed(2)],
  ['share', 6, ({ reference }) => share(reference.shareWilson.coverage)],
  ['width×', 6, ({ reference }) => reference.shareWilson.widthRatio.toFixed(2)],
];
