/** What each reason means, and what to do; `other` says it of those that are not among them. */
export type ReasonWords = Record<string, string[]>;

export const wordsOf = (says: ReasonWords, reason: string): [meaning: string, advice: string] => {
  const [meaning = '', advice = ''] = says[reason] ?? says.other ?? [];
  return [meaning, advice];
};
