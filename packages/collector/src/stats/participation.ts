import type { Status } from '@vivencia/contract/response';
import type { TallyCount } from '../tally/tallyCount.ts';

const total = (counts: readonly TallyCount[], isMeant: (cell: TallyCount) => boolean) =>
  counts.reduce((sum, cell) => (cell.scale === 'felt' && isMeant(cell) ? sum + cell.count : sum), 0);

/** Prompts that were shown, whatever became of them. */
export const countShown = (counts: readonly TallyCount[]) => total(counts, ({ prompted }) => prompted);

/** Responses of one status. */
export const countStatus = (counts: readonly TallyCount[], status: Status) =>
  total(counts, (cell) => cell.status === status);

/** Answers with an emotion, asked by a prompt or told by a backend. */
export const countAnswers = (counts: readonly TallyCount[]) =>
  total(counts, ({ status, emotion }) => status === 'answered' && emotion !== null);

/** Answers with an emotion to prompts that were shown. */
const countPromptedAnswers = (counts: readonly TallyCount[]) =>
  total(counts, ({ status, emotion, prompted }) => prompted && status === 'answered' && emotion !== null);

/**
 * How many of those who were shown a prompt said what they felt.
 *
 * @returns 0…1, or `null` where nothing was shown
 */
export function responseRate(counts: readonly TallyCount[]): number | null {
  const shown = countShown(counts);
  return shown === 0 ? null : countPromptedAnswers(counts) / shown;
}
