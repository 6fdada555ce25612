import { expect, test } from 'vitest';
import { parsePlainNumber } from '../../../../packages/collector/src/cli/import/plainNumber.ts';
import { rescaleStrength } from '../../../../packages/collector/src/cli/import/rescaleStrength.ts';

const rows: [text: string, maximum: number, strength: number | null][] = [
  ...[1, 2, 3, 4, 5].map((value): [string, number, number] => [String(value), 5, value]),
  ['4.0', 5, 4],
  ['4.5', 5, null],
  ['0', 5, null],
  ['6', 5, null],
  ['-1', 5, null],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value): [string, number, number | null] => {
    return [String(value), 10, value % 2 === 0 ? value / 2 : null];
  }),
  ['3', 7, null],
  ['7', 7, 5],
  ['6.999999999999999999999', 7, null],
  ['20', 100, 1],
  ['99', 100, null],
  ['99.99999999999999999', 100, null],
  ['60', 100, 3],
  ['60.0000000000000001', 100, null],
  ['0.6', 1, 3],
  ['0.7', 1, null],
  ['1', 1, 5],
  ['3', 3, 5],
  ['2', 3, null],
];

test.each(rows)('%s of %i is strength %s', (text, maximum, strength) => {
  const number = parsePlainNumber(text);
  expect(number && rescaleStrength(number, maximum)).toBe(strength);
});

test.each(['', '4,0', '1e1', ' 4', '4 ', '1 000', '4/5', 'four', '0x4', '4.', '.5', '٤', 'Infinity'])(
  '"%s" is no plain number',
  (text) => {
    expect(parsePlainNumber(text)).toBeNull();
  },
);

test('a plain number keeps its digits', () => {
  expect(parsePlainNumber('-4.50')).toEqual({ digits: -450n, places: 2 });
  expect(parsePlainNumber('+7')).toEqual({ digits: 7n, places: 0 });
});
