import { type EvaluationScale, evaluationBounds } from '@vivencia/contract/scale';
import { adjustedWilson } from './adjustedWilson.ts';
import { effectiveSize } from './effectiveSize.ts';
import { isEnough } from './enoughAnswers.ts';
import { type Estimate, rescale } from './interval.ts';
import { type WeightedSums, type WeightedValue, weightedSums } from './weightedSums.ts';
import { wilson } from './wilson.ts';

/** A rating scale's own standard metric. The figures are `null` below 5 answers. */
export type EvaluationScore = { n: number } & (Estimate | { value: null; low: null; high: null });

/** The lowest of the five CSAT answers that counts as satisfied (top two boxes). */
const satisfiedFrom = 4;

/** NPS: 9 and 10 promote, 0 to 6 detract (Reichheld 2003). */
const promoterFrom = 9;
const detractorTo = 6;

/**
 * The score of the answers on one evaluation scale, latency-weighted and never pooled with felt intensity:
 *
 * - csat: share of answers ≥ 4, 0…100, Wilson's interval with n_eff
 * - ces: mean, 1…7, `adjustedWilson` on (x−1)/6
 * - nps: promoters − detractors, −100…100, `adjustedWilson` on (v+1)/2 with v = −1, 0 or 1
 *
 * @param ratings values on the scale; none outside it
 * @example evaluationScore('csat', [{ value: 5, weight: 1, count: 81 }, { value: 2, weight: 1, count: 182 }]) // 30.8 (25.5–36.6)
 * @see scoring.md §4
 */
export function evaluationScore(scale: EvaluationScale, ratings: readonly WeightedValue[]): EvaluationScore {
  const { place, interval, bottom, top } = metrics[scale];
  const sums = weightedSums(ratings.map((rating) => ({ ...rating, value: place(rating.value) })));
  if (!isEnough(sums.n)) return { n: sums.n, value: null, low: null, high: null };
  return { n: sums.n, ...rescale(interval(sums), bottom, top) };
}

interface Metric {
  /** Where a rating stands between the worst (0) and the best (1). */
  place(rating: number): number;
  interval(sums: WeightedSums): Estimate;
  bottom: number;
  top: number;
}

const shareInterval = (sums: WeightedSums) => wilson(sums.mean, effectiveSize(sums));

const { min: cesMin, max: cesMax } = evaluationBounds.ces;

const metrics: Record<EvaluationScale, Metric> = {
  csat: { place: (rating) => (rating >= satisfiedFrom ? 1 : 0), interval: shareInterval, bottom: 0, top: 100 },
  ces: {
    place: (rating) => (rating - cesMin) / (cesMax - cesMin),
    interval: adjustedWilson,
    bottom: cesMin,
    top: cesMax,
  },
  nps: {
    place: (rating) => (rating >= promoterFrom ? 1 : rating > detractorTo ? 0.5 : 0),
    interval: adjustedWilson,
    bottom: -100,
    top: 100,
  },
};
