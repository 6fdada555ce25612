/**
 * Populations that answers are drawn from, as shares of [sign, strength, share]; a neutral answer has no strength.
 * Each is small enough to be read, and its true scores follow from it exactly.
 */

const positive = 1;
const neutral = 0;
const negative = -1;

/** Shapes for which the 95% interval is promised to cover in at least `promisedCoverage` of samples. */
export const promisedShapes = {
  ceilingHeavy: [
    [positive, 5, 0.35],
    [positive, 4, 0.15],
    [positive, 3, 0.07],
    [positive, 2, 0.03],
    [positive, 1, 0.02],
    [negative, 5, 0.2],
    [negative, 4, 0.1],
    [negative, 3, 0.05],
    [negative, 2, 0.02],
    [negative, 1, 0.01],
  ],
  mixed: [
    [positive, 5, 0.1],
    [positive, 4, 0.13],
    [positive, 3, 0.12],
    [positive, 2, 0.08],
    [positive, 1, 0.05],
    [neutral, null, 0.2],
    [negative, 1, 0.04],
    [negative, 2, 0.06],
    [negative, 3, 0.09],
    [negative, 4, 0.08],
    [negative, 5, 0.05],
  ],
  nineInTenNeutral: [
    [positive, 5, 0.01],
    [positive, 4, 0.01],
    [positive, 3, 0.01],
    [positive, 2, 0.01],
    [positive, 1, 0.01],
    [neutral, null, 0.9],
    [negative, 1, 0.01],
    [negative, 2, 0.01],
    [negative, 3, 0.01],
    [negative, 4, 0.01],
    [negative, 5, 0.01],
  ],
};

/** What the interval of a shape above has to cover at least, of nominally .95. */
export const promisedCoverage = 0.92;

/**
 * Shapes nearly all of one answer, where a sample may show nothing of the rest. The last two are the worst found
 * when the rest is divided in ten equal parts over the other strengths in every way, at n = 30 and at n = 100, for the
 * interval as it was before it held what two more answers would say (docs/decisions/0008): .83 and .82.
 */
export const extremeShapes = {
  nineInTenAtMaximum: [
    [positive, 5, 0.9],
    [positive, 4, 0.025],
    [positive, 3, 0.025],
    [positive, 2, 0.025],
    [positive, 1, 0.025],
  ],
  nineteenInTwentyAtMaximum: [
    [positive, 5, 0.95],
    [positive, 4, 0.0125],
    [positive, 3, 0.0125],
    [positive, 2, 0.0125],
    [positive, 1, 0.0125],
  ],
  neutralButFewWeakAndFewStrong: [
    [neutral, null, 0.9],
    [negative, 1, 0.05],
    [negative, 5, 0.05],
  ],
  nineteenInTwentyAtMaximumAndFewNeutral: [
    [positive, 5, 0.95],
    [positive, 4, 0.035],
    [neutral, null, 0.015],
  ],
};

/** Answers over the latency bins, as [bin, share]: most prompt, some of every other bin, whatever was felt. */
export const latencySpread = [
  [0, 0.6],
  [1, 0.08],
  [2, 0.06],
  [3, 0.05],
  [4, 0.06],
  [5, 0.05],
  [6, 0.04],
  [7, 0.02],
  [8, 0.01],
  [9, 0.03],
];

/** A shape of whose answers the given share is of one shape, and the rest of another. */
export const mixtureOf = (one, other, shareOfOne) => [
  ...one.map(([sign, strength, share]) => [sign, strength, share * shareOfOne]),
  ...other.map(([sign, strength, share]) => [sign, strength, share * (1 - shareOfOne)]),
];

/** The shape with the given intensity index, 0…100, whose answers vary as much as answers can. */
export const allOrNothing = (intensity) => [
  [positive, strongest, intensity / 100],
  [neutral, null, 1 - intensity / 100],
];

const strongest = 5;

/** The intensity index that endlessly many answers of a shape would have, 0…100. */
export const trueIntensity = (shape) => meanOf(shape, (_sign, strength) => strength);

/** The net valence that endlessly many answers of a shape would have, −100…100. */
export const trueValence = (shape) => meanOf(shape, (sign, strength) => sign * strength);

const meanOf = (shape, of) =>
  100 * shape.reduce((sum, [sign, strength, share]) => sum + (share * of(sign, strength ?? 0)) / strongest, 0);
