import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { latencyBinEdges, unknownLatencyBin } from '@vivencia/contract/latency';
import { type Conventions, conventions } from '../scoring/conventions.ts';
import type { TallyCount } from '../tally/tallyCount.ts';
import { answersOf, type Stratum } from './answerCounts.ts';

/** How often each emotion was felt how strongly, and how soon people said so: a score's whole evidence. */
export interface Histogram {
  /** Those that were answered, in the catalogue's order; an answer without strength has `null`. */
  cells: { emotion: Emotion; strength: number | null; count: number }[];
  /** Every bin, soonest first, unknown latency last. */
  latency: LatencyBin[];
}

export interface LatencyBin {
  /** 0…9 */
  bin: number;
  /** Exclusive, but that of the first. In minutes; `null` where latency is not known. */
  fromMinutes: number | null;
  /** Inclusive; `null` in the last bin, which has no end, and where latency is not known. */
  toMinutes: number | null;
  /** What each of its answers is worth, 0…1. */
  weight: number;
  count: number;
}

/**
 * The histogram of a touchpoint's answers with an emotion.
 *
 * @param by what is convention in a score
 */
export function histogram(counts: readonly TallyCount[], stratum?: Stratum, by: Conventions = conventions): Histogram {
  const felt = answersOf(counts, stratum).filter(({ scale, emotion }) => scale === 'felt' && emotion !== null);
  const cells = new Map<string, Histogram['cells'][number]>();
  const latency = latencyBins(by);
  for (const { emotion, rating: strength, latencyBin, count } of felt) {
    const key = `${emotion} ${strength}`;
    const cell = cells.get(key) ?? { emotion: emotion as Emotion, strength, count: 0 };
    cells.set(key, cell);
    cell.count += count;
    (latency[latencyBin] as LatencyBin).count += count;
  }
  return { cells: [...cells.values()].sort((a, b) => place(a) - place(b)), latency };
}

const place = ({ emotion, strength }: Histogram['cells'][number]) => emotions.indexOf(emotion) * 10 + (strength ?? 0);

const latencyBins = (by: Conventions): LatencyBin[] =>
  Array.from({ length: unknownLatencyBin + 1 }, (_, bin) => ({
    bin,
    fromMinutes: bin === unknownLatencyBin ? null : (latencyBinEdges[bin - 1] ?? 0),
    toMinutes: latencyBinEdges[bin] ?? null,
    weight: by.latencyBinWeight(bin),
    count: 0,
  }));
