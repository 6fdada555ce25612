import { type Emotion, emotionSign, type Sign } from '@vivencia/contract/emotion';
import { latencyBinWeight } from './latencyBinWeight.ts';

/**
 * What of a score is agreed upon, not measured. Tallies hold none of it, so whoever changes it re-scores all that was
 * ever answered and writes nothing.
 */
export interface Conventions {
  /** Which way each emotion points. */
  emotionSign: Readonly<Record<Emotion, Sign>>;
  /** What an answer of a latency bin, 0…9, is worth: above 0, at most 1. */
  latencyBinWeight(bin: number): number;
}

/** Those of scoring.md §1 and §2. */
export const conventions: Conventions = { emotionSign, latencyBinWeight };
