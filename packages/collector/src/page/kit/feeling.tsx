import type { Emotion } from '@vivencia/contract/emotion';
import type { Child } from 'hono/jsx';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { toneOf } from './faces.tsx';
import { mainEmotion } from './mainEmotion.ts';
import type { View } from './view.ts';

/**
 * "mostly frustration", with the feeling in its colour; "most often", where it is less than half of the answers.
 *
 * @param reasonOf why most of those who felt so did, where that is to be told
 */
export function feelingOf(
  { words }: View,
  row: TouchpointRow,
  reasonOf: (emotion: Emotion) => string | null = () => null,
) {
  const main = mainEmotion(row);
  if (!main) return [];
  if (main === 'mixed') return [words.withMixed];
  const { emotion, share } = main;
  const reason = reasonOf(emotion);
  const name = words.feeling[emotion];
  const text = reason ? words.feelingOver<Child>(name, <bdi>{reason}</bdi>) : [name];
  const felt = <span class={toneOf(emotion)}>{text}</span>;
  return share >= 0.5 ? words.mostly(felt) : words.mostOften(felt);
}
