import type { Emotion } from '@vivencia/contract/emotion';
import type { TouchpointRow } from '../stats/scoresReport.ts';

/** The most frequent emotion of a touchpoint and its share of the answers; `null` without answers. */
export function mainEmotion({ emotions, answered }: TouchpointRow): { emotion: Emotion; share: number } | null {
  const [first] = Object.entries(emotions) as [Emotion, number][];
  return first ? { emotion: first[0], share: first[1] / answered } : null;
}
