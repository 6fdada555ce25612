/** The shortest interval, in minutes, that any of Murre & Dros' four series measured: no answer weighs more. */
const fullWeightMinutes = 20;

/** Ebbinghaus' savings curve as refitted by Murre & Dros (2015), PLoS ONE 10(7): e0120644. */
const curveFactor = 1.84;
const curveExponent = 1.25;

/**
 * b(t): the share of what was learnt that is still saved after a time (Ebbinghaus 1885).
 *
 * @param minutes ≥ 1
 * @returns 0…1
 * @example savings(20) // 0.569747
 */
export const savings = (minutes: number) => curveFactor / (Math.log10(minutes) ** curveExponent + curveFactor);

/**
 * w(t): what an answer is worth as evidence, given how late it came. It weighs the answer, never the intensity.
 * A convention: the curve describes how people forget, not how they misreport.
 *
 * @param minutes from the interaction's end to the first tap, ≥ 0
 * @returns 1 up to 20 minutes, then b(t)/b(20): falling, above 0
 * @throws RangeError for a negative latency or NaN
 * @example latencyWeight(24 * 60) // 0.533763
 * @see scoring.md §2
 */
export function latencyWeight(minutes: number): number {
  if (!(minutes >= 0)) throw new RangeError(`minutes must be 0 or more, not ${minutes}`);
  return minutes <= fullWeightMinutes ? 1 : savings(minutes) / savings(fullWeightMinutes);
}
