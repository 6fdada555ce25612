import type { ReasonKey } from '../reasons.ts';

/** What customers write in one language: what happened, and perhaps what they say after it. */
export interface CommentWords {
  happened: Record<ReasonKey, readonly string[]>;
  /** After something bad, after something good. */
  after: Record<'bad' | 'good', readonly string[]>;
}
