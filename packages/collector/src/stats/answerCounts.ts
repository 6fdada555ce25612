import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { promptLatencyBin } from '@vivencia/contract/latency';
import type { TallyCount } from '../tally/tallyCount.ts';

/** Which answers are meant: all of them, or only those within 20 minutes. */
export type Stratum = 'prompt' | undefined;

/** The cells of a stratum's answers. Those that amendments have emptied are passed over. */
export const answersOf = (counts: readonly TallyCount[], stratum: Stratum) =>
  counts.filter(
    ({ status, count, latencyBin }) =>
      status === 'answered' && count > 0 && (stratum === undefined || latencyBin === promptLatencyBin),
  );

/** Answers by emotion, most frequent first; of equally frequent ones the catalogue's order decides. */
export function countEmotions(answers: readonly TallyCount[]): Partial<Record<Emotion, number>> {
  const counted = countBy(answers, ({ scale, emotion }) => (scale === 'felt' ? emotion : null));
  const place = (emotion: Emotion) => emotions.indexOf(emotion);
  return Object.fromEntries(counted.sort(([a, m], [b, n]) => n - m || place(a) - place(b)));
}

/** Answers by chosen reason, most frequent first; of equally frequent ones the key decides. */
export function countReasons(answers: readonly TallyCount[]): Record<string, number> {
  const counted = countBy(answers, ({ scale, reason }) => (scale === 'reason' ? reason : null));
  return Object.fromEntries(counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function countBy<K extends string>(cells: readonly TallyCount[], keyOf: (cell: TallyCount) => K | null): [K, number][] {
  const counts = new Map<K, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + cell.count);
  }
  return [...counts];
}
