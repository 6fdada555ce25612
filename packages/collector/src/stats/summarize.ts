import { type Conventions, conventions } from '../scoring/conventions.ts';
import { type Ranking, ranking } from '../scoring/ranking.ts';
import { type TouchpointScore, touchpointScore } from '../scoring/touchpointScore.ts';
import type { Touchpoint } from '../store/site.ts';
import type { TouchpointTally } from '../store/store.ts';
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
  const { places, separable } = rank(measured);
  const rows = measured.map((each) => rowOf(each, places.get(each)));
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

type Place = Ranking['places'][number];

/** Ranks those with enough answers. In the order of their keys, so that sums of floats are always the same. */
function rank(measured: readonly Measured[]) {
  const ranked = measured.flatMap((each) => {
    const { enough, intensity, n, nEff, variance } = each.score;
    return enough ? [{ each, value: intensity.value, n, nEff, variance }] : [];
  });
  const { places, separable } = ranking(ranked);
  return { places: new Map(ranked.map(({ each }, index) => [each, places[index] as Place])), separable };
}

function rowOf({ touchpoint, tally: { passed, counts }, answers, score }: Measured, place: Place | undefined) {
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
    ...figuresOf(score, place),
    emotions: countEmotions(answers),
    reasons: countReasons(answers),
    evaluation: score.evaluation,
  } satisfies TouchpointRow;
}

function figuresOf(score: TouchpointScore, place: Place | undefined) {
  if (!score.enough || !place) {
    return { enough: false, intensity: null, valence: null, positive: null, negative: null, rank: null } as const;
  }
  const { intensity, valence, positive, negative } = score;
  const { shrunk, rank } = place;
  return { enough: true, intensity: { ...intensity, shrunk }, valence, positive, negative, rank } as const;
}
