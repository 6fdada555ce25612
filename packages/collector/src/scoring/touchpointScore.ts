import { type EvaluationScale, evaluationScales } from '@vivencia/contract/scale';
import type { TallyCount } from '../tally/tallyCount.ts';
import { type EvaluationScore, evaluationScore } from './evaluationScore.ts';
import { feltIntensity } from './feltIntensity.ts';
import { type IntensityScore, intensityScore } from './intensityScore.ts';
import { latencyBinWeight } from './latencyBinWeight.ts';
import type { WeightedValue } from './weightedSums.ts';
import type { FeltAnswers } from './weightingClass.ts';

/** A touchpoint's scores: what was felt, and apart from it what was rated, on the scales that have answers. */
export type TouchpointScore = IntensityScore & { evaluation: Partial<Record<EvaluationScale, EvaluationScore>> };

/**
 * Scores a tally, with the binned latency weights. A pure function of integer counts: whatever changes in it re-scores
 * all that was ever answered.
 */
export function touchpointScore(counts: readonly TallyCount[]): TouchpointScore {
  const answers = counts.filter(({ status, count }) => status === 'answered' && count > 0);
  const evaluation: TouchpointScore['evaluation'] = {};
  for (const scale of evaluationScales) {
    const ratings = answers.filter((cell) => cell.scale === scale).flatMap(ratingsOf);
    if (ratings.length > 0) evaluation[scale] = evaluationScore(scale, ratings);
  }
  return { ...intensityScore(answers.flatMap(feelingsOf)), evaluation };
}

function feelingsOf({ scale, emotion, rating, latencyBin, count }: TallyCount): FeltAnswers[] {
  if (scale !== 'felt' || emotion === null) return [];
  return [{ ...feltIntensity(emotion, rating), weight: latencyBinWeight(latencyBin), count }];
}

function ratingsOf({ rating, latencyBin, count }: TallyCount): WeightedValue[] {
  return rating === null ? [] : [{ value: rating, weight: latencyBinWeight(latencyBin), count }];
}
