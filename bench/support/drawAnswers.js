import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';

/**
 * Prepares to draw answers independently of each other: what was felt from the shape, how late from the latencies, and
 * whether a signed answer lacks its strength from the share `withoutStrength`, whatever was felt (missing completely at
 * random). Draws come grouped, as a tally has them.
 *
 * @param shape shares of [sign, strength, share]
 * @param circumstances `withoutStrength` 0…1; `latencies` shares of [weight, share]
 * @returns a function of a generator and a number of answers; with `onTop`, that many answers count in the score, and
 *   those without strength come on top
 */
export function answersOf(shape, { withoutStrength = 0, latencies = [[1, 1]] } = {}) {
  const feelings = shape.map(([sign, strength]) => ({ sign, intensity: (strength ?? 0) / 5 }));
  const weights = latencies.map(([weight]) => weight);
  const drawFeeling = drawBy(shape.map(([, , share]) => share));
  const drawLatency = drawBy(latencies.map(([, share]) => share));

  return (random, n, onTop = false) => {
    const groups = new Map();
    for (let counted = 0; counted < n; ) {
      const felt = drawFeeling(random);
      const late = drawLatency(random);
      const { sign, intensity } = feelings[felt];
      const lacks = withoutStrength > 0 && sign !== 0 && uniformFloat64(random) < withoutStrength;
      const cell = (lacks ? feelings.length + 1 + sign : felt) * weights.length + late;
      const group = groups.get(cell);
      if (group) group.count += 1;
      else groups.set(cell, { sign, intensity: lacks ? null : intensity, weight: weights[late], count: 1 });
      if (!(onTop && lacks)) counted += 1;
    }
    return [...groups.values()];
  };
}

/** Draws a place among shares that sum to 1. */
function drawBy(shares) {
  let sum = 0;
  const upTo = shares.map((share) => {
    sum += share;
    return sum;
  });
  if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`shares must sum to 1, not ${sum}`);
  if (shares.length === 1) return () => 0;
  // Shares of floats may sum to a hair below 1: what is above belongs to the last.
  upTo[upTo.length - 1] = 1;
  return (random) => {
    const at = uniformFloat64(random);
    return upTo.findIndex((edge) => at < edge);
  };
}
