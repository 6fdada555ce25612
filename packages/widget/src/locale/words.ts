import type { Emotion } from '@vivencia/contract/emotion';

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
  comment: string;
  /** Under the comment: nothing personal, please. */
  privacy: string;
  thanks: string;
  back: string;
  skip: string;
  send: string;
  close: string;
}
