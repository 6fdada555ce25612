import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { toneOf } from '../kit/faces.tsx';
import { mainEmotion } from '../kit/mainEmotion.ts';
import type { View } from '../kit/view.ts';

/** "mostly frustration", with the feeling in its colour; "most often", where it is less than half of the answers. */
export function feelingOf({ words }: View, row: TouchpointRow) {
  const main = mainEmotion(row);
  if (!main) return [];
  if (main === 'mixed') return [words.withMixed];
  const name = <span class={toneOf(main.emotion)}>{words.feeling[main.emotion]}</span>;
  return main.share >= 0.5 ? words.mostly(name) : words.mostOften(name);
}
