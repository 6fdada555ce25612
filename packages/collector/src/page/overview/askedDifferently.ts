import { type EmotionSet, emotionsOffered } from '@vivencia/contract/emotionSet';
import type { ScoredRow } from './scoredRow.ts';

/**
 * Keys of the touchpoints that do not offer the set of emotions that most others offer; all of them, where no set is
 * the most common. Sets are compared by their emotions: neither name nor order matters.
 */
export function askedDifferently(rows: readonly ScoredRow[]): ReadonlySet<string> {
  const timesOffered = new Map<string, number>();
  for (const { emotionSet } of rows) {
    const set = identityOf(emotionSet);
    timesOffered.set(set, (timesOffered.get(set) ?? 0) + 1);
  }
  const [most, next] = [...timesOffered].sort(([, a], [, b]) => b - a);
  const usual = most && most[1] > (next?.[1] ?? 0) ? most[0] : null;
  return new Set(rows.filter(({ emotionSet }) => identityOf(emotionSet) !== usual).map((row) => row.touchpoint));
}

const identityOf = (set: EmotionSet) => emotionsOffered(set).toSorted().join();
