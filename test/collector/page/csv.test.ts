import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csv } from '../../../packages/collector/src/page/kit/csv.ts';
import { formulaCells } from '../../support/formulaCells.ts';

const row = (text: string) => csv([['a', text, 1, -2.5]]);

it.each([
  '=1+1',
  ' =1+1',
  '＝1+1',
  'x;=1+1',
  'x; "=1+1',
  'x;";@SUM(1)',
  'x\t-1+1',
  'x\n=1+1',
  'x\r\n =1+1',
  '"\n"+1',
  'one;two;=1;＋2',
])('%j is no formula, whichever sign parts the cells', (text) => {
  expect(formulaCells(`a,"${text.replaceAll('"', '""')}"`)).not.toEqual([]);
  expect(formulaCells(row(text))).toEqual([]);
});

it.each(['well - done', 'a=b', 'one; two', 'me@shop.example', '-3', '1 + 1;2', 'x " =1'])(
  '%j stays as it is',
  (text) => {
    expect(parse(row(text), { bom: true })).toEqual([['a', text, '1', '-2.5']]);
  },
);

it('is quick with many blanks', () => {
  const blanks = '\n'.repeat(500_000);
  expect(parse(row(`x${blanks}y`), { bom: true })[0]?.[1]).toHaveLength(500_002);
});
