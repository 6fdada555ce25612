import { expect, test } from 'vitest';
import { entryName } from '../../../packages/collector/src/cli/entryName.ts';
import { Misused } from '../../../packages/collector/src/cli/exit.ts';

test.each([
  ['Ada', 'Ada'],
  [' Ada Lovelace ', 'Ada Lovelace'],
  ['Ame\u0301lie', 'Amélie'],
  ['عادة', 'عادة'],
  ['👩‍🚀', '👩‍🚀'],
  ['x'.repeat(100), 'x'.repeat(100)],
])('"%s" is a name', (given, name) => {
  expect(entryName(given)).toBe(name);
});

test.each([
  ['nothing', '', 'empty'],
  ['spaces', ' \u00a0\t', 'empty'],
  ['what nobody sees', '\u200b\ufeff', 'empty'],
  ['a line end', 'Ada\nBea', 'not allowed'],
  ['an escape', '\u001b[31mAda', 'not allowed'],
  ['a line separator', 'Ada\u2028Bea', 'not allowed'],
  ['an override of direction', 'Ada\u202eaeB', 'not allowed'],
  ['a mark of direction', 'Ada\u200f', 'not allowed'],
  ['half a character', 'Ada\ud800', 'not allowed'],
  ['101 characters', 'x'.repeat(101), 'at most 100 characters'],
])('%s is none', (_, given, says) => {
  expect(() => entryName(given)).toThrow(Misused);
  expect(() => entryName(given)).toThrow(says);
});
