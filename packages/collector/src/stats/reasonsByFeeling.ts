import { type Emotion, emotions } from '@vivencia/contract/emotion';
import type { TallyCount } from '../tally/tallyCount.ts';
import { answersOf, countReasons, type Stratum } from './answerCounts.ts';

export interface ReasonByFeeling {
  /** Key of the reason. */
  reason: string;
  /** Answers that chose it; one answer may choose several reasons. */
  count: number;
  /** The feelings that it was chosen with, most frequent first. */
  feelings: { emotion: Emotion; count: number }[];
}

/** Which reasons were chosen, and with which feelings: the most frequent reason first. */
export function reasonsByFeeling(counts: readonly TallyCount[], stratum?: Stratum): ReasonByFeeling[] {
  const answers = answersOf(counts, stratum).filter(({ scale }) => scale === 'reason');
  return Object.entries(countReasons(answers)).map(([reason, count]) => ({
    reason,
    count,
    feelings: emotions
      .map((emotion) => ({ emotion, count: sumOf(answers, reason, emotion) }))
      .filter((feeling) => feeling.count > 0)
      .sort((a, b) => b.count - a.count),
  }));
}

const sumOf = (answers: readonly TallyCount[], reason: string, emotion: Emotion) =>
  answers.reduce((sum, cell) => (cell.reason === reason && cell.emotion === emotion ? sum + cell.count : sum), 0);
