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
 * @see scoring.md §5; Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91(1), for such intervals
 */
export function rankIntervals(figures: readonly MeasuredFigure[]): RankIntervals {
  const pairs = figures.flatMap((_, i) => figures.slice(i + 1).map((_, ahead) => [i, i + 1 + ahead] as const));
  const adjusted = holm(pairs.map(([i, j]) => pairP(figures[i] as MeasuredFigure, figures[j] as MeasuredFigure)));
  const above = new Array<number>(figures.length).fill(0);
  const below = new Array<number>(figures.length).fill(0);
  let isAnyPairApart = false;
  pairs.forEach(([i, j], place) => {
    if ((adjusted[place] as number) > familyError) return;
    isAnyPairApart = true;
    const isFirstHigher = (figures[i] as MeasuredFigure).value > (figures[j] as MeasuredFigure).value;
    const [higher, lower] = isFirstHigher ? [i, j] : [j, i];
    below[higher] = (below[higher] ?? 0) + 1;
    above[lower] = (above[lower] ?? 0) + 1;
  });
  const ranks = figures.map((_, i) => ({ low: 1 + (above[i] ?? 0), high: figures.length - (below[i] ?? 0) }));
  return { ranks, isAnyPairApart };
}

function pairP(a: MeasuredFigure, b: MeasuredFigure): number {
  const difference = a.value - b.value;
  return difference === 0 ? 1 : twoSidedP(difference / Math.sqrt(a.variance + b.variance));
}
