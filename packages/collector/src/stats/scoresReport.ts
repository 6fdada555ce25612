import type { Emotion } from '@vivencia/contract/emotion';
import type { EmotionSet } from '@vivencia/contract/emotionSet';
import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Stage } from '@vivencia/contract/touchpoint';
import type { Difference } from '../scoring/difference.ts';
import type { EvaluationScore } from '../scoring/evaluationScore.ts';
import type { Estimate, Interval } from '../scoring/interval.ts';
import type { Period } from './window.ts';

/** One touchpoint in a report. Figures are full doubles. */
export type TouchpointRow = Heard & (Scored | Unscored) & Chosen;

interface Heard {
  touchpoint: string;
  title: string;
  stage: Stage | null;
  confirmed: boolean;
  /** The emotions it offers now: scores of touchpoints that offer others are not strictly comparable. */
  emotionSet: EmotionSet;
  /** Interactions that passed, asked or not. */
  passed: number;
  shown: number;
  dismissed: number;
  abandoned: number;
  /** Answers with an emotion. */
  answered: number;
  /** Answers left out because nobody who felt their way said how strongly. */
  unrated: number;
  /** Answers that contribute to intensity and valence. */
  n: number;
  nEff: number;
}

interface Scored {
  /** n ≥ 5 */
  enough: true;
  /** 0…100; `shrunk` is what it most likely is, given the others, and decides the order. */
  intensity: Estimate & { shrunk: number };
  /** −100…100 */
  valence: Estimate;
  positive: number;
  negative: number;
  /** The ranks it may have among those with enough answers, at 95% for all of them together. */
  rank: Interval;
}

/** Not enough answers yet: no figure, and none by accident. */
interface Unscored {
  enough: false;
  intensity: null;
  valence: null;
  positive: null;
  negative: null;
  rank: null;
}

interface Chosen {
  /** Answers by emotion, most frequent first. */
  emotions: Partial<Record<Emotion, number>>;
  /** Answers by chosen reason, most frequent first. */
  reasons: Record<string, number>;
  /** Only the scales that have answers. */
  evaluation: Partial<Record<EvaluationScale, EvaluationScore>>;
  /** Only where a comparison was asked for. */
  change?: Change;
}

/** How a touchpoint's figures differ from those of the period before; none where either has not enough answers. */
export type Change =
  | { enough: true; intensity: AdjustedDifference; valence: AdjustedDifference }
  | { enough: false; intensity: null; valence: null };

/** A difference, now less before, with its 95% interval; and whether it stands out among all touchpoints'. */
export interface AdjustedDifference extends Difference {
  /** p, adjusted for as many comparisons as there are touchpoints. */
  adjustedP: number;
  /** Whether the adjusted p is at most .05. */
  significant: boolean;
}

/** The JSON of `GET /v1/scores`. */
export interface ScoresReport {
  period: Period;
  /** The period that it is compared with, only where that was asked for. */
  before?: Period;
  /** Whether any two touchpoints can be told apart. */
  separable: boolean;
  /** In rank order; those without enough answers follow, by answers. */
  touchpoints: TouchpointRow[];
}
