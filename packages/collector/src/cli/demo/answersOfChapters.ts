import type { Story } from './story.ts';

/**
 * Deals a number of answers to a story's touchpoints: first those that have few, then the others by their shares; what
 * is left after rounding down goes to the largest remainders.
 *
 * @param total whole answers
 * @returns answers by touchpoint; together exactly `total`
 */
export function answersOfChapters(story: Story, total: number): Map<string, number> {
  const dealt = new Map<string, number>();
  const shares: [key: string, share: number][] = [];
  let left = total;
  for (const [key, { answers }] of Object.entries(story)) {
    if ('share' in answers) {
      shares.push([key, answers.share]);
    } else {
      const count = Math.min(answers.few, Math.floor(total / 20));
      dealt.set(key, count);
      left -= count;
    }
  }
  const sum = shares.reduce((all, [, share]) => all + share, 0);
  const exact = shares.map(([key, share]) => ({ key, due: (left * share) / sum }));
  for (const { key, due } of exact) dealt.set(key, Math.floor(due));
  let spare = left - exact.reduce((all, { due }) => all + Math.floor(due), 0);
  for (const { key, due } of exact.sort((a, b) => (b.due % 1) - (a.due % 1))) {
    if (spare-- > 0) dealt.set(key, Math.floor(due) + 1);
  }
  return dealt;
}
