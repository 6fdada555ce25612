import type { MeasuredFigure } from './derSimonianLaird.ts';
import { holm } from './holm.ts';
import type { Interval } from './interval.ts';
import { twoSidedP } from './twoSidedP.ts';

/** The chance that even one pair is told apart wrongly. */
const familyError = 0.05;

export interface RankIntervals {
  /** One a figure, in the same order: 1 is the highest rank. */
  ranks: Interval[];
  /** Whether any pair can be told apart. */
  isAnyPairApart: boolean;
}

/**
 * The ranks that each figure may have: all pairs are compared, z = (y_i−y_j)/√(V_i+V_j), two-sided, with Holm's
 * adjustment at .05 over the K(K−1)/2 pairs. A figure ranks from 1 + #{significantly above it} to
 * K − #{significantly below it}.
 *
 * Figures without variance are told apart wherever they differ.
 *
 * @param figures any number of them; of a single one nothing is compared
 * @throws RangeError for a difference that is no number
 * @example rankIntervals([80, 61, 60].map((value) => ({ value, variance: 4 }))).ranks // 1–1, 2–3, 2–3
 * @see scoring.md §5; Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91(1), for such intervals
 */
export function rankIntervals(figures: readonly MeasuredFigure[]): RankIntervals {
  const pairs = pairsOf(figures);
  const adjusted = holm(pairs.map(({ p }) => p));
  const apart = pairs.filter((_, place) => (adjusted[place] as number) <= familyError);
  const ranks = figures.map(() => ({ low: 1, high: figures.length }));
  for (const { higher, lower } of apart) {
    (ranks[higher] as Interval).high--;
    (ranks[lower] as Interval).low++;
  }
  return { ranks, isAnyPairApart: apart.length > 0 };
}

/** Two figures, by their places, and how surprising their difference were if there were none. */
interface Pair {
  higher: number;
  lower: number;
  p: number;
}

function pairsOf(figures: readonly MeasuredFigure[]): Pair[] {
  const pairs: Pair[] = [];
  figures.forEach((figure, i) => {
    figures.slice(0, i).forEach((other, j) => {
      const difference = figure.value - other.value;
      const p = difference === 0 ? 1 : twoSidedP(difference / Math.sqrt(figure.variance + other.variance));
      pairs.push(difference > 0 ? { higher: i, lower: j, p } : { higher: j, lower: i, p });
    });
  });
  return pairs;
}
