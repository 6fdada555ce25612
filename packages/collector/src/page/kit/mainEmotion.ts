import type { Emotion } from '@vivencia/contract/emotion';
import type { TouchpointRow } from '../../stats/scoresReport.ts';

/**
 * The most frequent emotion of a touchpoint and its share of the answers; `mixed` where others are as frequent; `null`
 * without answers.
 */
export function mainEmotion({
  emotions,
  answered,
}: TouchpointRow): { emotion: Emotion; share: number } | 'mixed' | null {
  const [first, second] = Object.entries(emotions) as [Emotion, number][];
  if (!first) return null;
  return first[1] === second?.[1] ? 'mixed' : { emotion: first[0], share: first[1] / answered };
}
