import { latencyBinEdges } from '@vivencia/contract/latency';
import { latencyWeight } from './latencyWeight.ts';

/** The last bin has no upper edge; it is taken to end here, at 124 days. In minutes. */
const lastBinEnd = 124 * 24 * 60;

const binEnds = [...latencyBinEdges, lastBinEnd];

/**
 * The weight of each latency bin: the exact curve at the bin's geometric midpoint, not rounded. The first bin weighs 1;
 * the tenth, unknown latency, weighs as little as the last.
 *
 * @see scoring.md §2
 */
export const latencyBinWeights: readonly number[] = binEnds
  .map((end, bin) => (bin === 0 ? 1 : latencyWeight(Math.sqrt((binEnds[bin - 1] ?? 0) * end))))
  .concat(latencyWeight(Math.sqrt((binEnds.at(-2) ?? 0) * lastBinEnd)));

/**
 * What each answer of a latency bin is worth: see `latencyBinWeights`.
 *
 * @param bin 0…9
 * @returns above 0, at most 1
 * @throws RangeError for a bin that does not exist
 * @example latencyBinWeight(1) // 0.908447: 20–60 minutes
 */
export function latencyBinWeight(bin: number): number {
  const weight = latencyBinWeights[bin];
  if (weight === undefined) throw new RangeError(`latency bin must be 0–${latencyBinWeights.length - 1}, not ${bin}`);
  return weight;
}
