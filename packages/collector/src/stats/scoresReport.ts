import type { Emotion } from '@vivencia/contract/emotion';
import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Stage } from '@vivencia/contract/touchpoint';
import type { EvaluationScore } from '../scoring/evaluationScore.ts';
import type { Estimate, Interval } from '../scoring/interval.ts';

/** The period that a report covers: inclusive local dates of the site. */
export interface Period {
  from: string;
  to: string;
  timeZone: string;
}

/** One touchpoint in a report. Figures are full doubles; the five of intensity are `null` below 5 answers. */
export interface TouchpointRow {
  touchpoint: string;
  title: string;
  stage: Stage | null;
  confirmed: boolean;
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
  /** n ≥ 5 */
  enough: boolean;
  /** 0…100 */
  intensity: (Estimate & { shrunk: number }) | null;
  /** −100…100 */
  valence: Estimate | null;
  positive: number | null;
  negative: number | null;
  rank: Interval | null;
  /** Answers by emotion, most frequent first. */
  emotions: Partial<Record<Emotion, number>>;
  /** Answers by chosen reason, most frequent first. */
  reasons: Record<string, number>;
  /** Only the scales that have answers. */
  evaluation: Partial<Record<EvaluationScale, EvaluationScore>>;
}

/** The JSON of `GET /v1/scores`. */
export interface ScoresReport {
  period: Period;
  /** Whether any two touchpoints can be told apart. */
  separable: boolean;
  /** In rank order; those without enough answers follow, by answers. */
  touchpoints: TouchpointRow[];
}
