import type { Emotion } from '@vivencia/contract/emotion';
import type { TallyCount } from '../../tally/tallyCount.ts';

/** Of those who felt so, at least this share chose a reason that we call the main one. */
const leastShare = 1 / 3;

/**
 * Key of the reason that most of those who felt an emotion chose; `null` where none stands out.
 *
 * @param counts of answers
 * @param felt how many felt the emotion
 */
export function mainReason(counts: readonly TallyCount[], emotion: Emotion, felt: number): string | null {
  const chosen = new Map<string, number>();
  for (const { scale, reason, count, ...cell } of counts) {
    if (scale !== 'reason' || reason === null || cell.emotion !== emotion) continue;
    chosen.set(reason, (chosen.get(reason) ?? 0) + count);
  }
  const [first, second] = [...chosen].sort(([, a], [, b]) => b - a);
  return first && first[1] >= felt * leastShare && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
