import type { Estimate } from '../scoring/interval.ts';
import { touchpointScore } from '../scoring/touchpointScore.ts';
import type { SegmentTally } from '../store/tally.ts';
import type { TallyCount } from '../tally/tallyCount.ts';
import { answersOf, type Stratum } from './answerCounts.ts';
import { participation } from './participation.ts';

/** The values of one segment, side by side. */
export interface SegmentScores {
  name: string;
  /** By answers, most first. */
  values: SegmentValueScore[];
  /** All further values together; `null` where there are none. */
  others: (SegmentFigures & { values: number }) | null;
}

export type SegmentValueScore = SegmentFigures & { value: string };

export type SegmentFigures = {
  /** Answers with an emotion. */
  answered: number;
  n: number;
} & ({ enough: true; intensity: Estimate; valence: Estimate } | { enough: false; intensity: null; valence: null });

/** More values than this are more than anybody compares. */
export const mostValues = 8;

/**
 * Scores every value of every segment that somebody answered with, and folds the rarest.
 *
 * @returns names in alphabetical order
 */
export function segmentScores(tallies: readonly SegmentTally[], stratum?: Stratum): SegmentScores[] {
  const byName = new Map<string, { value: string; counts: TallyCount[] }[]>();
  for (const { name, value, counts } of tallies) {
    const answers = answersOf(counts, stratum);
    if (participation(answers).answered === 0) continue;
    byName.set(name, [...(byName.get(name) ?? []), { value, counts: answers }]);
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => ({ name, ...sideBySide(values) }));
}

function sideBySide(heard: { value: string; counts: TallyCount[] }[]): Omit<SegmentScores, 'name'> {
  const scored = heard
    .map(({ value, counts }) => ({ value, counts, ...figuresOf(counts) }))
    .sort((a, b) => b.answered - a.answered || (a.value < b.value ? -1 : 1));
  // A single one is no shorter folded.
  const shown = scored.length === mostValues + 1 ? mostValues + 1 : mostValues;
  const rest = scored.slice(shown);
  return {
    values: scored.slice(0, shown).map(({ counts: _, ...value }) => value),
    others: rest.length ? { values: rest.length, ...figuresOf(rest.flatMap(({ counts }) => counts)) } : null,
  };
}

function figuresOf(answers: readonly TallyCount[]): SegmentFigures {
  const { n, ...score } = touchpointScore(answers);
  const { answered } = participation(answers);
  return score.enough
    ? { answered, n, enough: true, intensity: score.intensity, valence: score.valence }
    : { answered, n, enough: false, intensity: null, valence: null };
}
