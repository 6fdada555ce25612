/** Upper edges, in minutes and inclusive, of the first eight latency bins; the ninth is all above the last edge. */
export const latencyBinEdges = [20, 60, 180, 540, 1_440, 2_880, 10_080, 44_640] as const;

/** The bin of an answer whose latency is not known. */
export const unknownLatencyBin = 9;

/** Answers of bin 0, within 20 minutes, make the stratum `prompt`. */
export const promptLatencyBin = 0;

/**
 * The bin of a latency: bins are (low, high].
 *
 * @param minutes from the interaction's end to the first tap, ≥ 0; `undefined` where it is not known
 * @returns 0…8, or 9 (`unknownLatencyBin`)
 * @example latencyBin(20) === 0; latencyBin(20.1) === 1; latencyBin(undefined) === 9
 */
export function latencyBin(minutes: number | undefined): number {
  if (minutes === undefined) return unknownLatencyBin;
  const bin = latencyBinEdges.findIndex((edge) => minutes <= edge);
  return bin < 0 ? latencyBinEdges.length : bin;
}
