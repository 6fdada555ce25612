import type { Sign } from '@vivencia/contract/emotion';
import { unknownLatencyBin } from '@vivencia/contract/latency';
import { type EvaluationScale, evaluationScales, strengthBounds } from '@vivencia/contract/scale';
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
 */
export function touchpointScore(counts: readonly TallyCount[], by: Conventions = conventions): TouchpointScore {
  const totals = totalsOf(counts, by);
  const evaluation: TouchpointScore['evaluation'] = {};
  for (const scale of evaluationScales) {
    const ratings = ratingsOf(totals[scale], by);
    if (ratings.length > 0) evaluation[scale] = evaluationScore(scale, ratings);
  }
  return { ...intensityScore(feelingsOf(totals.felt, by)), evaluation };
}

const bins = unknownLatencyBin + 1;
/** One more than the strengths: 0 is none. */
const strengths = strengthBounds.max + 1;
const signs = [-1, 0, 1] as const;

/** Answers by place: of a feeling by sign, strength and latency, of a rating by value and latency. */
type Totals = Record<'felt' | EvaluationScale, number[]>;

/** Whatever their order, counts are summed as integers here, and read in the order of their places ever after. */
function totalsOf(counts: readonly TallyCount[], by: Conventions): Totals {
  const totals: Totals = { felt: [], csat: [], ces: [], nps: [] };
  for (const { status, scale, emotion, rating, latencyBin, count } of counts) {
    if (status !== 'answered' || count === 0 || scale === 'reason') continue;
    if (scale === 'felt' ? emotion === null : rating === null) continue;
    const sign = emotion === null ? 0 : by.emotionSign[emotion];
    const place = scale === 'felt' ? (sign + 1) * strengths + (rating ?? 0) : (rating ?? 0);
    const list = totals[scale];
    list[place * bins + latencyBin] = (list[place * bins + latencyBin] ?? 0) + count;
  }
  return totals;
}

function feelingsOf(totals: readonly number[], by: Conventions): FeltAnswers[] {
  const answers: FeltAnswers[] = [];
  // forEach passes over places without answers.
  totals.forEach((count, place) => {
    const { sign, intensity } = feltIntensity(
      signs[Math.floor(place / bins / strengths)] as Sign,
      Math.floor(place / bins) % strengths || null,
    );
    answers.push({ sign, intensity, weight: by.latencyBinWeight(place % bins), count });
  });
  return answers;
}

function ratingsOf(totals: readonly number[], by: Conventions): WeightedValue[] {
  const ratings: WeightedValue[] = [];
  totals.forEach((count, place) => {
    ratings.push({ value: Math.floor(place / bins), weight: by.latencyBinWeight(place % bins), count });
  });
  return ratings;
}
