import { type Conventions, conventions } from '../scoring/conventions.ts';
import type { Estimate } from '../scoring/interval.ts';
import { touchpointScore } from '../scoring/touchpointScore.ts';
import type { BucketTally } from '../store/tally.ts';
import type { TallyCount } from '../tally/tallyCount.ts';
import { answersOf, type Stratum } from './answerCounts.ts';
import { participation } from './participation.ts';
import type { Stretch } from './trendStretches.ts';

/** One step of a trend. */
export type TrendBucket = {
  from: string;
  n: number;
  nEff: number;
  shown: number;
  /** Answers with an emotion. */
  answered: number;
} & ({ enough: true; intensity: Estimate; valence: Estimate } | { enough: false; intensity: null; valence: null });

/**
 * A touchpoint's scores over time: every stretch is there, heard of or not.
 *
 * @param stretches in order of time, of the same grain as the tallies
 * @param tallies in order of time
 * @param by what is convention in a score
 */
export function trend(
  stretches: readonly Stretch[],
  tallies: readonly BucketTally[],
  stratum?: Stratum,
  by: Conventions = conventions,
): TrendBucket[] {
  let next = 0;
  return stretches.map(({ from, first, last }) => {
    const counts: TallyCount[] = [];
    for (; next < tallies.length; next++) {
      const { bucket, counts: more } = tallies[next] as BucketTally;
      if (bucket > last) break;
      if (bucket >= first) counts.push(...more);
    }
    return { from, ...scored(counts, stratum, by) };
  });
}

function scored(counts: readonly TallyCount[], stratum: Stratum, by: Conventions) {
  const answers = answersOf(counts, stratum);
  const { n, nEff, ...score } = touchpointScore(answers, by);
  const figures = score.enough
    ? { enough: true as const, intensity: score.intensity, valence: score.valence }
    : { enough: false as const, intensity: null, valence: null };
  return { n, nEff, ...figures, shown: participation(counts).shown, answered: participation(answers).answered };
}
