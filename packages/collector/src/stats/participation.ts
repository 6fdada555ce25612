import type { TallyCount } from '../tally/tallyCount.ts';

/** What became of the interactions that were asked about: responses, once each. */
export interface Participation {
  /** Prompts that were shown, whatever became of them. */
  shown: number;
  dismissed: number;
  abandoned: number;
  /** Answers with an emotion, asked by a prompt or told by a backend. */
  answered: number;
  /** Of those, the answers to prompts that were shown. */
  promptedAnswers: number;
}

export function participation(counts: readonly TallyCount[]): Participation {
  const found = { shown: 0, dismissed: 0, abandoned: 0, answered: 0, promptedAnswers: 0 };
  for (const { scale, status, emotion, prompted, count } of counts) {
    if (scale !== 'felt') continue;
    if (prompted) found.shown += count;
    if (status === 'dismissed') found.dismissed += count;
    else if (status === 'abandoned') found.abandoned += count;
    else if (status === 'answered' && emotion !== null) {
      found.answered += count;
      if (prompted) found.promptedAnswers += count;
    }
  }
  return found;
}

/**
 * How many of those who were shown a prompt said what they felt.
 *
 * @returns 0…1, or `null` where nothing was shown
 */
export function responseRate(counts: readonly TallyCount[]): number | null {
  const { shown, promptedAnswers } = participation(counts);
  return shown === 0 ? null : promptedAnswers / shown;
}
