import type { Status } from '@vivencia/contract/response';
import { expect, test } from 'vitest';
import { ageOf, bestFirst, type Letter } from '../../../packages/widget/src/delivery/letter.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const dayMs = 86_400_000;

test.each<[string, number, number, number]>([
  ['both clocks went on', noon + 5_000, 6_000, 5_000],
  ['the device slept, and the page’s clock with it', noon + dayMs, 6_000, dayMs],
  ['the wall clock was set back', noon - dayMs, 6_000, 5_000],
  ['the wall clock was set to another year', noon + 365 * dayMs, 6_000, 5_000],
  ['nothing has passed', noon, 1_000, 0],
])('age: %s', (_, now, clock, expected) => {
  expect(ageOf({ since: 1_000, at: noon }, now, clock)).toBe(expected);
});

test('answers come before what was merely shown, newer before older', () => {
  const letter = (id: string, status: Status, since: number) => ({ state: { id, status }, since }) as Letter;
  const letters = [
    letter('shown long ago', 'shown', -dayMs),
    letter('answered long ago', 'answered', -dayMs),
    letter('dismissed now', 'dismissed', 900),
    letter('answered now', 'answered', 800),
  ];
  expect(bestFirst(letters).map(({ state }) => state.id)).toEqual([
    'answered now',
    'answered long ago',
    'dismissed now',
    'shown long ago',
  ]);
});
