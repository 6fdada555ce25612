import { cautiousVariance } from '../scoring/cautiousVariance.ts';
import { type Conventions, conventions } from '../scoring/conventions.ts';
import { type Difference, difference } from '../scoring/difference.ts';
import { feltIntensity } from '../scoring/feltIntensity.ts';
import { holm } from '../scoring/holm.ts';
import { intensityScore, intensitySums, signedSums } from '../scoring/intensityScore.ts';
import { type Estimate, normalQuantile } from '../scoring/interval.ts';
import { twoSidedP } from '../scoring/twoSidedP.ts';
import { adjustForMissingStrength, type FeltAnswers } from '../scoring/weightingClass.ts';
import type { JointGroup, JointQuery } from '../store/jointAnswers.ts';

export const measures = ['valence', 'intensity'] as const;
export type Measure = (typeof measures)[number];

/** A difference between two values of a segment that turns round where those of another segment are looked at singly. */
export interface Reversal {
  /** Name of the segment whose values are compared. */
  segment: string;
  /** The value with the higher figure overall, and the one with the lower. */
  higher: string;
  lower: string;
  measure: Measure;
  /** Name of the segment whose mix makes the difference. */
  by: string;
  /** Higher less lower, over all answers; above 0. In points. */
  overall: Difference;
  /** The same where both had the same mix; below 0. */
  standardised: Difference;
  /** Of the standardised difference, adjusted for all that were looked at. */
  adjustedP: number;
  strata: Stratum[];
}

/** Both values' figures among the answers of one value of the other segment. */
export interface Stratum {
  value: string;
  higher: StratumFigure;
  lower: StratumFigure;
}

type StratumFigure = Estimate & {
  n: number;
  /** The figure's squared standard error, in points². */
  variance: number;
};

/** How surprising, at most, what is warned of would be by chance. */
const level = 0.05;
/** Of either value's answers at least this share has to be in strata where both can be compared. */
const leastCovered = 0.8;

/**
 * Simpson's paradox among a touchpoint's segments: a difference overall, and the opposite one once both values are
 * given the same mix of another segment.
 *
 * Overall the difference has to be significant (p ≤ .05). Within the strata k of the other segment, where both values
 * have enough answers, D = Σ c_k·(a_k − b_k), c_k = n_k / Σn_k: direct standardisation to the mix of both together, Var D = Σ c_k²·(S²(a_k) + S²(b_k)), S² as the score's. D has to have the other sign, and its
 * two-sided p, which given that sign is the conditional one, to be significant after Holm's adjustment for all that have
 * it. So of the pages without a paradox at most one in twenty warns; simulated: test/collector/stats/simpson.test.ts.
 *
 * @param segments as in the query that the groups answer
 * @param by what is convention in a score
 * @returns the surest first
 * @example of 1198/2691 men and 557/1835 women admitted (UCBAdmissions): men +14 points overall, −4 by department
 * @see Simpson 1951, JRSS B 13; Bickel, Hammel & O'Connell 1975, Science 187;
 *   Ellis, Pecanka & Goeman 2020, Biostatistics 21(2), for conditional p
 */
export function reversals(
  segments: JointQuery['segments'],
  groups: readonly JointGroup[],
  by: Conventions = conventions,
): Reversal[] {
  const candidates = segments.flatMap((compared, a) =>
    segments.flatMap((mixed, b) => (a === b ? [] : compare(compared, mixed, crossed(groups, a, b, by)))),
  );
  const adjusted = holm(candidates.map(({ standardised }) => standardised.p));
  return candidates
    .map((candidate, place) => ({ ...candidate, adjustedP: adjusted[place] as number }))
    .filter(({ adjustedP }) => adjustedP <= level)
    .sort((a, b) => a.adjustedP - b.adjustedP || measures.indexOf(a.measure) - measures.indexOf(b.measure));
}

/** Answers of one value of the compared segment: all of them, and by values of the other. */
interface Crossed {
  all: Map<number, FeltAnswers>;
  within: Map<number, Map<number, FeltAnswers>>;
}

/** Answers by values of two segments, those that are alike together. */
function crossed(groups: readonly JointGroup[], a: number, b: number, by: Conventions): Map<number, Crossed> {
  const found = new Map<number, Crossed>();
  for (const { values, emotion, strength, latencyBin, count } of groups) {
    const value = values[a] as number;
    if (value < 0) continue;
    const sign = by.emotionSign[emotion];
    const kind = (sign * 10 + (strength ?? 0)) * 10 + latencyBin;
    const answers = () => ({ ...feltIntensity(sign, strength), weight: by.latencyBinWeight(latencyBin), count: 0 });
    const cross = within(found, value, (): Crossed => ({ all: new Map(), within: new Map() }));
    within(cross.all, kind, answers).count += count;
    const stratum = within(cross.within, values[b] as number, () => new Map<number, FeltAnswers>());
    within(stratum, kind, answers).count += count;
  }
  return found;
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

type Candidate = Omit<Reversal, 'adjustedP'>;
type Named = JointQuery['segments'][number];

/** Every pair of values that differs overall, with its difference by the strata of another segment. */
function compare(compared: Named, mixed: Named, answers: Map<number, Crossed>): Candidate[] {
  const sides = [...answers].map(([place, cross]) => sideOf(compared.values[place] as string, cross));
  return sides.flatMap((one, index) =>
    sides.slice(index + 1).flatMap((other) =>
      measures.flatMap((measure) => {
        const [high, low] = inOrder(one, other, measure);
        const candidate = high && low && judged(high, low, measure, mixed.values);
        return candidate ? [{ ...candidate, segment: compared.name, by: mixed.name }] : [];
      }),
    ),
  );
}

interface Side {
  value: string;
  score: ReturnType<typeof intensityScore>;
  strata: Map<number, Record<Measure, StratumFigure>>;
}

const sideOf = (value: string, { all, within: strata }: Crossed): Side => ({
  value,
  score: intensityScore([...all.values()]),
  strata: new Map(
    [...strata].flatMap(([place, answers]) => figuresOf([...answers.values()]).map((each) => [place, each])),
  ),
});

/** None, or one. */
function figuresOf(answers: FeltAnswers[]): Record<Measure, StratumFigure>[] {
  const { n, enough, intensity, valence } = intensityScore(answers);
  if (!enough) return [];
  const { rated } = adjustForMissingStrength(answers);
  const signed = signedSums(rated);
  // S² is of values 0…1: s is read as (s+1)/2, which halves every distance.
  const half = { ...signed, mean: (signed.mean + 1) / 2, w2d2: signed.w2d2 / 4 };
  return [
    {
      intensity: { ...intensity, n, variance: 100 ** 2 * cautiousVariance(intensitySums(rated)) },
      valence: { ...valence, n, variance: 200 ** 2 * cautiousVariance(half) },
    },
  ];
}

function inOrder(one: Side, other: Side, measure: Measure): [Side, Side] | [] {
  if (!one.score.enough || !other.score.enough) return [];
  return one.score[measure].value >= other.score[measure].value ? [one, other] : [other, one];
}

function judged(higher: Side, lower: Side, measure: Measure, values: readonly string[]) {
  if (!higher.score.enough || !lower.score.enough) return null;
  const overall = difference(higher.score[measure], lower.score[measure]);
  if (overall.value <= 0 || overall.p > level) return null;
  const strata = values.flatMap((value, place): Stratum[] => {
    const [high, low] = [higher.strata.get(place), lower.strata.get(place)];
    return high && low ? [{ value, higher: high[measure], lower: low[measure] }] : [];
  });
  if (strata.length < 2) return null;
  const covered = (side: 'higher' | 'lower') => strata.reduce((sum, stratum) => sum + stratum[side].n, 0);
  if (covered('higher') < leastCovered * higher.score.n || covered('lower') < leastCovered * lower.score.n) return null;
  const standardised = standardise(strata);
  if (standardised.value >= 0) return null;
  return { higher: higher.value, lower: lower.value, measure, overall, standardised, strata };
}

/** Σ c_k·(a_k − b_k) with its interval. */
function standardise(strata: readonly Stratum[]): Difference {
  const total = strata.reduce((sum, { higher, lower }) => sum + higher.n + lower.n, 0);
  let value = 0;
  let variance = 0;
  for (const { higher, lower } of strata) {
    const share = (higher.n + lower.n) / total;
    value += share * (higher.value - lower.value);
    variance += share ** 2 * (higher.variance + lower.variance);
  }
  const half = normalQuantile * Math.sqrt(variance);
  return {
    value,
    low: value - half,
    high: value + half,
    // Where nobody differs from anybody there is no chance in it.
    p: value === 0 ? 1 : variance === 0 ? 0 : twoSidedP(value / Math.sqrt(variance)),
  };
}
