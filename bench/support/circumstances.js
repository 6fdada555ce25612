import { latencyBinWeight } from '../../packages/collector/dist/scoring/latencyBinWeight.js';
import { latencySpread } from './answerShapes.js';

/** Every cell of a table starts here, so that adding one changes no other; cells are compared on the same draws. */
export const seed = 20_260_101;

const latencies = latencySpread.map(([bin, share]) => [latencyBinWeight(bin), share]);
const quarter = 0.25;

/**
 * How answers come. Where strengths are missing, a sample's size is either all that was collected, and some samples are
 * too few to be shown, or (on top) all that count in the score.
 */
export const circumstances = {
  prompt: {},
  late: { latencies },
  quarterWithoutStrength: { withoutStrength: quarter },
  lateQuarterWithoutStrength: { withoutStrength: quarter, latencies },
  quarterWithoutStrengthOnTop: { withoutStrength: quarter, onTop: true },
  lateQuarterWithoutStrengthOnTop: { withoutStrength: quarter, latencies, onTop: true },
};
