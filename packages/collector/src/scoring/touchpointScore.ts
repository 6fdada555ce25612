import { signs } from '@vivencia/contract/emotion';
import { unknownLatencyBin } from '@vivencia/contract/latency';
import { type EvaluationScale, evaluationBounds, evaluationScales, strengthBounds } from '@vivencia/contract/scale';
import type { TallyCount } from '../tally/tallyCount.ts';
import { type Conventions, conventions } from './conventions.ts';
import { type EvaluationScore, evaluationScore } from './evaluationScore.ts';
import { feltIntensity } from './feltIntensity.ts';
import { type IntensityScore, intensityScore } from './intensityScore.ts';
import type { WeightedValue } from './weightedSums.ts';
import type { FeltAnswers } from './weightingClass.ts';

/** A touchpoint's scores: what was felt, and apart from it what was rated, on the scales that have answers. */
export type TouchpointScore = IntensityScore & { evaluation: Partial<Record<EvaluationScale, EvaluationScore>> };

/**
 * Scores a tally. A pure function of integer counts: however they are split, merged or ordered, the result is the same
 * to the last bit.
 *
 * @param counts of one touchpoint; only those of answers matter
 * @param by what is convention in a score
 * @throws RangeError for a latency bin that does not exist, and for a rating above its scale
 * @example touchpointScore([{ status: 'answered', scale: 'felt', emotion: 'angry', rating: 4, count: 6, … }]).intensity.value // 80
 * @see scoring.md §4
 */
export function touchpointScore(counts: readonly TallyCount[], by: Conventions = conventions): TouchpointScore {
  const totals = totalsOf(counts, by);
  const evaluation: TouchpointScore['evaluation'] = {};
  for (const scale of evaluationScales) {
    const ratings = ratingsOn(scale, totals, by);
    if (ratings.length > 0) evaluation[scale] = evaluationScore(scale, ratings);
  }
  return { ...intensityScore(feelingsOf(totals, by)), evaluation };
}

const from0To = (last: number) => Array.from({ length: last + 1 }, (_, number) => number);
const latencyBins = from0To(unknownLatencyBin);
/** 0 stands for none. */
const strengths = from0To(strengthBounds.max);

/**
 * Answers that are alike, counted together: a feeling by sign, strength and latency, a rating by value and latency.
 * They are summed as integers, and read in one order whatever the order of the counts.
 */
type Totals = Record<'felt' | EvaluationScale, Map<number, number>>;

/** Each total's key: no two kinds of answer share one. */
const keyOf = (sign: number, rating: number, latencyBin: number) => (sign * 100 + rating) * 10 + latencyBin;

function totalsOf(counts: readonly TallyCount[], by: Conventions): Totals {
  const totals: Totals = { felt: new Map(), csat: new Map(), ces: new Map(), nps: new Map() };
  for (const { status, scale, emotion, rating, latencyBin, count } of counts) {
    if (status !== 'answered' || scale === 'reason') continue;
    if (scale === 'felt' ? emotion === null : rating === null) continue;
    checkOnScale(scale, rating ?? 0, latencyBin);
    const sign = scale === 'felt' && emotion !== null ? by.emotionSign[emotion] : 0;
    const key = keyOf(sign, rating ?? 0, latencyBin);
    totals[scale].set(key, (totals[scale].get(key) ?? 0) + count);
  }
  return totals;
}

/** No store has such a cell; but one would be counted as another, or not at all. */
function checkOnScale(scale: 'felt' | EvaluationScale, rating: number, latencyBin: number): void {
  const { max } = scale === 'felt' ? strengthBounds : evaluationBounds[scale];
  if (!(rating >= 0 && rating <= max)) throw new RangeError(`rating on ${scale} must be at most ${max}, not ${rating}`);
  if (!(latencyBin >= 0 && latencyBin <= unknownLatencyBin)) {
    throw new RangeError(`latencyBin must be 0–${unknownLatencyBin}, not ${latencyBin}`);
  }
}

function feelingsOf({ felt }: Totals, by: Conventions): FeltAnswers[] {
  const answers: FeltAnswers[] = [];
  for (const sign of signs) {
    for (const strength of strengths) {
      for (const bin of latencyBins) {
        const count = felt.get(keyOf(sign, strength, bin)) ?? 0;
        if (count === 0) continue;
        const { intensity } = feltIntensity(sign, strength || null);
        answers.push({ sign, intensity, weight: by.latencyBinWeight(bin), count });
      }
    }
  }
  return answers;
}

function ratingsOn(scale: EvaluationScale, totals: Totals, by: Conventions): WeightedValue[] {
  const ratings: WeightedValue[] = [];
  for (const value of from0To(evaluationBounds[scale].max)) {
    for (const bin of latencyBins) {
      const count = totals[scale].get(keyOf(0, value, bin)) ?? 0;
      if (count > 0) ratings.push({ value, weight: by.latencyBinWeight(bin), count });
    }
  }
  return ratings;
}
