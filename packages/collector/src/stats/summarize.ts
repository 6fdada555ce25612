import { type Conventions, conventions } from '../scoring/conventions.ts';
import { ranking, type Standing } from '../scoring/ranking.ts';
import { type TouchpointScore, touchpointScore } from '../scoring/touchpointScore.ts';
import type { Touchpoint } from '../store/site.ts';
import type { TouchpointTally } from '../store/tally.ts';
import { answersOf, countEmotions, countReasons, type Stratum } from './answerCounts.ts';
import { participation } from './participation.ts';
import { byKey, byRank } from './rankOrder.ts';
import type { ScoresReport, TouchpointRow } from './scoresReport.ts';
import type { Period } from './window.ts';

export interface SummaryInput {
  /** At most one of each touchpoint; its counts may be split in any way. */
  tallies: readonly TouchpointTally[];
  /** The touchpoints that are not hidden. A tally of any other is left out. */
  touchpoints: readonly Touchpoint[];
  period: Period;
  /** Only answers within 20 minutes; shown, dismissed and abandoned stay unfiltered. */
  stratum?: Stratum;
  /** Key of a touchpoint that is told of even if nothing was heard of it. */
  asked?: string | undefined;
  /** What is convention in a score. */
  by?: Conventions;
}

/**
 * What the API and the page say of a site's touchpoints: the heard ones and the declared ones, which are blind spots
 * while nothing is heard of them. A pure function of counts and settings.
 */
export function summarize(input: SummaryInput): ScoresReport {
  const { tallies, touchpoints, period, stratum, asked, by = conventions } = input;
  const tallyOf = new Map(tallies.map((tally) => [tally.touchpoint, tally]));
  const measured = touchpoints
    .map((touchpoint) => measure(touchpoint, tallyOf.get(touchpoint.key), stratum, by))
    .filter(({ touchpoint, tally }) => touchpoint.confirmed || isHeard(tally) || touchpoint.key === asked)
    .sort((a, b) => byKey(a.tally, b.tally));
  const { standings, separable } = rank(measured);
  const rows = measured.map((each) => rowOf(each, standings.get(each)));
  return { period, separable, touchpoints: rows.sort(byRank) };
}

interface Measured {
  touchpoint: Touchpoint;
  tally: TouchpointTally;
  answers: ReturnType<typeof answersOf>;
  score: TouchpointScore;
}

function measure(touchpoint: Touchpoint, heard: TouchpointTally | undefined, stratum: Stratum, by: Conventions) {
  const tally = heard ?? { touchpoint: touchpoint.key, passed: 0, counts: [] };
  const answers = answersOf(tally.counts, stratum);
  return { touchpoint, tally, answers, score: touchpointScore(answers, by) };
}

const isHeard = ({ passed, counts }: TouchpointTally) => passed > 0 || counts.some(({ count }) => count > 0);

/** Ranks those with enough answers. In the order of their keys, so that sums of floats are always the same. */
function rank(measured: readonly Measured[]) {
  const ranked = measured.flatMap((each) => {
    const { enough, intensity, n, nEff, variance } = each.score;
    return enough ? [{ each, value: intensity.value, n, nEff, variance }] : [];
  });
  const { standings, separable } = ranking(ranked);
  return { standings: new Map(ranked.map(({ each }, index) => [each, standings[index]])), separable };
}

function rowOf({ touchpoint, tally: { passed, counts }, answers, score }: Measured, standing: Standing | undefined) {
  const { key, confirmed, settings } = touchpoint;
  const { shown, dismissed, abandoned } = participation(counts);
  return {
    touchpoint: key,
    title: settings.title,
    stage: settings.stage,
    confirmed,
    emotionSet: settings.emotions,
    passed,
    shown,
    dismissed,
    abandoned,
    answered: participation(answers).answered,
    unrated: score.unrated,
    n: score.n,
    nEff: score.nEff,
    ...figuresOf(score, standing),
    emotions: countEmotions(answers),
    reasons: countReasons(answers),
    evaluation: score.evaluation,
  } satisfies TouchpointRow;
}

function figuresOf(score: TouchpointScore, standing: Standing | undefined) {
  // Those that are ranked are those with enough answers.
  if (!score.enough || !standing) {
    return { enough: false, intensity: null, valence: null, positive: null, negative: null, rank: null } as const;
  }
  const { intensity, valence, positive, negative } = score;
  const { shrunk, rank } = standing;
  return { enough: true, intensity: { ...intensity, shrunk }, valence, positive, negative, rank } as const;
}
