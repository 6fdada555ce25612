import { expect, test } from 'vitest';
import { batch, bodyOf } from '../../../packages/widget/src/delivery/batch.ts';

const state = (bytes: number, letter = 'x') => JSON.stringify(letter.repeat((bytes - 2) / Buffer.byteLength(letter)));
const bytesOf = (states: string[]) => Buffer.byteLength(bodyOf(states));
const limit = 60 * 1024;

test.each<[string, string[], number, number]>([
  ['nothing', [], 50, 0],
  ['all that fit', Array(50).fill(state(400)), 50, 50],
  ['at most so many', Array(51).fill(state(400)), 50, 50],
  ['singly', Array(3).fill(state(400)), 1, 1],
  ['one, however large', [state(100_000), state(10)], 50, 1],
  ['to the last byte', [state(limit - 1_003), state(1_000)], 50, 2],
  ['and not one more', [state(limit - 1_002), state(1_000)], 50, 1],
  ['bytes, not letters', Array(50).fill(state(6_002, '字')), 50, 10],
  ['no smaller one past one that does not fit', [state(40_000), state(40_000), state(10)], 50, 1],
])('%s', (_, states, most, expected) => {
  const taken = batch(states, most);
  expect(taken).toEqual(states.slice(0, expected));
  if (expected > 1) expect(bytesOf(taken)).toBeLessThanOrEqual(limit);
});

test('one state is delivered bare, several as an array', () => {
  expect(bodyOf(['{"a":1}'])).toBe('{"a":1}');
  expect(JSON.parse(bodyOf(['{"a":1}', '{"b":"],["}']))).toEqual([{ a: 1 }, { b: '],[' }]);
});
