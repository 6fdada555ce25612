import { expect, test } from 'vitest';
import { stringify } from '../../../packages/widget/src/delivery/stringify.ts';

const said = { reasons: ['price', 'delivery'], none: undefined, rating: { scale: 'nps', value: 0 }, comment: '“Late”' };

test('writes what JSON writes', () => {
  expect(stringify(said)).toBe(JSON.stringify(said));
});

test('also where the page has its own JSON of arrays and strings', () => {
  const expected = JSON.stringify(said);
  const prototypes = [Array.prototype, String.prototype] as { toJSON?: () => string }[];
  for (const prototype of prototypes) prototype.toJSON = () => 'theirs';
  try {
    expect(JSON.stringify(said)).toContain('theirs');
    expect(stringify(said)).toBe(expected);
  } finally {
    for (const prototype of prototypes) delete prototype.toJSON;
  }
});
