import { derSimonianLaird, type MeasuredFigure } from './derSimonianLaird.ts';
import type { Interval } from './interval.ts';
import { rankIntervals } from './rankIntervals.ts';
import { shrink } from './shrink.ts';

/** A touchpoint with enough answers, as ranking sees it. */
export interface RankedScore {
  /** II, 0…100. */
  value: number;
  n: number;
  nEff: number;
  /** s², of 100u: see `sampleVariance`. */
  variance: number;
}

/** `shrunk` is θ, 0…100; `rank` the ranks it may have, 1 the highest. */
export interface Standing {
  shrunk: number;
  rank: Interval;
}

/** Where each of several scores stands among all of them, in the order given. */
export interface Ranking {
  standings: Standing[];
  /** Whether the scores can be told apart at all. */
  separable: boolean;
}

/** Of fewer scores the variance between them cannot be estimated, so nothing is shrunk. */
const fewestToShrink = 4;

/**
 * Ranks scores as far as their answers carry it. The variance of one answer is pooled over all touchpoints,
 * s²_pooled = Σ(n−1)s²/Σ(n−1), so that a few like-minded answers do not look sure; a score's own is
 * V = s²_pooled/n_eff.
 *
 * - Fewer than 4 scores, or τ² = 0, or s²_pooled = 0: `shrunk` is the value.
 * - From 4 scores on they are separable where τ² > 0 and a pair is significant; below, where a pair is.
 *
 * @example values 70, 60, 50 and 40, n and n_eff 100, variance 400 // shrunk 69.64, 59.88, 50.12, 40.36; ranks 1, 2, 3, 4
 * @see scoring.md §5
 */
export function ranking(scores: readonly RankedScore[]): Ranking {
  const pooled = pooledVariance(scores);
  const figures = scores.map(({ value, nEff }) => ({ value, variance: pooled / nEff }));
  const { ranks, isAnyPairApart } = rankIntervals(figures);
  const effects = pooled > 0 && scores.length >= fewestToShrink ? derSimonianLaird(figures) : null;
  const isShrunk = effects !== null && effects.betweenVariance > 0;
  const shrunkOf = (figure: MeasuredFigure) => (isShrunk ? shrink(figure, effects) : figure.value);
  return {
    standings: ranks.map((rank, index) => ({ shrunk: shrunkOf(figures[index] as MeasuredFigure), rank })),
    separable: isAnyPairApart && (effects === null || isShrunk),
  };
}

function pooledVariance(scores: readonly RankedScore[]): number {
  const squares = scores.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0);
  const freedom = scores.reduce((sum, { n }) => sum + n - 1, 0);
  return freedom === 0 ? 0 : squares / freedom;
}
