import type { Emotion } from '@vivencia/contract/emotion';
import type { EvaluationScale } from '@vivencia/contract/scale';

/** What the prompt says in one language. */
export interface Words {
  /** Where it is not written from left to right. */
  dir?: 'rtl';
  question: string;
  emotions: Record<Emotion, string>;
  strength: string;
  /** Strengths 1…5. */
  strengths: readonly string[];
  reasons: string;
  /** Each scale's standard question, and what its lowest and its highest value mean. */
  ratings: Record<EvaluationScale, readonly [question: string, low: string, high: string]>;
  /** The touchpoint's own question, on the same scale. */
  evaluation?: string;
  comment: string;
  /** Under the comment: nothing personal, please. */
  privacy: string;
  thanks: string;
  back: string;
  next: string;
  skip: string;
  send: string;
  close: string;
}
