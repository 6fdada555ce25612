import { type EmotionSet, emotionSets } from '@vivencia/contract/emotionSet';
import { expect, it } from 'vitest';
import { askedDifferently } from '../../../packages/collector/src/page/overview/askedDifferently.ts';
import type { ScoredRow } from '../../../packages/collector/src/page/overview/scoredRow.ts';

const own: EmotionSet = ['happy', 'indifferent', 'sad'];

it.each<[string, EmotionSet[], number[]]>([
  ['none', [], []],
  ['one alone', ['service'], []],
  ['all alike', ['core', 'core', 'core'], []],
  ['alike by name and by list, in any order', ['core', [...emotionSets.core].reverse(), 'core'], []],
  ['one of three', ['core', 'service', 'core'], [1]],
  ['one with an emotion less', ['core', 'core', emotionSets.core.slice(1)], [2]],
  ['a list of its own is the most common', [own, 'core', [...own].reverse()], [1]],
  ['each another', ['core', 'compact', 'service'], [0, 1, 2]],
  ['as many of one as of the other', ['core', 'service'], [0, 1]],
  ['one more of one than of the next', ['compact', 'service', 'compact', own], [1, 3]],
])('%s', (_, sets, different) => {
  const rows = sets.map((emotionSet, index) => ({ touchpoint: String(index), emotionSet })) as ScoredRow[];
  expect([...askedDifferently(rows)]).toEqual(different.map(String));
});
