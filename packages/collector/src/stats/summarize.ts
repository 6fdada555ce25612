import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { promptLatencyBin } from '@vivencia/contract/latency';
import { touchpointScore } from '../scoring/touchpointScore.ts';
import type { Touchpoint } from '../store/site.ts';
import type { TouchpointTally } from '../store/store.ts';
import type { TallyCount } from '../tally/tallyCount.ts';
import { countAnswers, countShown, countStatus } from './participation.ts';
import { byRank } from './rankOrder.ts';
import type { Period, ScoresReport, TouchpointRow } from './scoresReport.ts';

export interface SummaryInput {
  tallies: readonly TouchpointTally[];
  /** The touchpoints that are not hidden. A tally of any other is left out. */
  touchpoints: readonly Touchpoint[];
  period: Period;
  /** Only answers within 20 minutes; shown, dismissed and abandoned stay unfiltered. */
  stratum?: 'prompt' | undefined;
}

/**
 * What the API and the page say of a site's touchpoints: the heard ones and the declared ones, which are blind spots
 * while nothing is heard of them.
 *
 * Until ranks are computed (scoring.md §5): `rank` is null, `shrunk` is the value, the order is that of the values, and
 * `separable` is false because no pair has been tested.
 */
export function summarize({ tallies, touchpoints, period, stratum }: SummaryInput): ScoresReport {
  const tallyOf = new Map(tallies.map((tally) => [tally.touchpoint, tally]));
  const rows = touchpoints.flatMap((touchpoint) => {
    const tally = tallyOf.get(touchpoint.key) ?? { touchpoint: touchpoint.key, passed: 0, counts: [] };
    return touchpoint.confirmed || isHeard(tally) ? [summarizeTouchpoint(touchpoint, tally, stratum)] : [];
  });
  return { period, separable: false, touchpoints: rows.sort(byRank) };
}

function summarizeTouchpoint(
  { key, confirmed, settings }: Touchpoint,
  { passed, counts }: TouchpointTally,
  stratum: 'prompt' | undefined,
): TouchpointRow {
  const answers = stratum === 'prompt' ? counts.filter(isPromptAnswer) : counts.filter(isAnswer);
  const { n, nEff, unrated, enough, intensity, valence, positive, negative, evaluation } = touchpointScore(answers);
  return {
    touchpoint: key,
    title: settings.title,
    stage: settings.stage,
    confirmed,
    passed,
    shown: countShown(counts),
    dismissed: countStatus(counts, 'dismissed'),
    abandoned: countStatus(counts, 'abandoned'),
    answered: countAnswers(answers),
    unrated,
    n,
    nEff,
    enough,
    intensity: intensity && { ...intensity, shrunk: intensity.value },
    valence,
    positive,
    negative,
    rank: null,
    emotions: countEmotions(answers),
    reasons: countReasons(answers),
    evaluation,
  };
}

const isHeard = ({ passed, counts }: TouchpointTally) => passed > 0 || counts.some(({ count }) => count > 0);
const isAnswer = ({ status, count }: TallyCount) => status === 'answered' && count > 0;
const isPromptAnswer = (cell: TallyCount) => isAnswer(cell) && cell.latencyBin === promptLatencyBin;

function countEmotions(answers: readonly TallyCount[]): TouchpointRow['emotions'] {
  const felt = answers.filter(({ scale }) => scale === 'felt');
  const counted = countBy(felt, ({ emotion }) => emotion);
  // Of equally frequent ones the catalogue's order decides, so that the same counts always read the same.
  const place = (emotion: Emotion) => emotions.indexOf(emotion);
  return Object.fromEntries(counted.sort(([a, m], [b, n]) => n - m || place(a) - place(b)));
}

function countReasons(answers: readonly TallyCount[]): Record<string, number> {
  const chosen = answers.filter(({ scale }) => scale === 'reason');
  const counted = countBy(chosen, ({ reason }) => reason);
  return Object.fromEntries(counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function countBy<K extends string>(cells: readonly TallyCount[], keyOf: (cell: TallyCount) => K | null): [K, number][] {
  const counts = new Map<K, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + cell.count);
  }
  return [...counts];
}
