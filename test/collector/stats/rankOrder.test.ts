import { describe, expect, it } from 'vitest';
import { byRank } from '../../../packages/collector/src/stats/rankOrder.ts';
import type { TouchpointRow } from '../../../packages/collector/src/stats/scoresReport.ts';

const scored = (touchpoint: string, shrunk: number, value = shrunk) =>
  ({ touchpoint, enough: true, answered: 9, intensity: { value, shrunk } }) as TouchpointRow;
const thin = (touchpoint: string, answered: number) =>
  ({ touchpoint, enough: false, answered, intensity: null }) as TouchpointRow;

describe('byRank', () => {
  const rows: [name: string, inOrder: TouchpointRow[]][] = [
    ['the shrunken figure decides, not the value', [scored('b', 70, 71), scored('a', 60, 90)]],
    ['where it is the same the value does', [scored('c', 60, 65), scored('a', 60, 62), scored('b', 60, 61)]],
    ['where that is the same too, the key', [scored('a', 60), scored('b', 60), scored('c', 60)]],
    // .1 + .2 is .30000000000000004
    ['a last digit of a float is no difference', [scored('a', 0.3), scored('b', 0.1 + 0.2)]],
    ['nor is it one of the value', [scored('a', 60, 0.3), scored('b', 60, 0.1 + 0.2)]],
    ['a millionth is one', [scored('b', 60.000001), scored('a', 60)]],
    ['a millionth of the value is one', [scored('b', 60, 50.000001), scored('a', 60, 50)]],
    ['keys are compared by code unit, as on every machine', [scored('B', 60), scored('a', 60), scored('á', 60)]],
    ['those with enough answers come first', [scored('b', 0), thin('a', 4)]],
    ['of the others those with more answers, then by key', [thin('d', 4), thin('b', 3), thin('c', 3), thin('a', 0)]],
  ];
  it.each(rows)('%s', (_, inOrder) => {
    expect(inOrder.toSorted(byRank)).toEqual(inOrder);
    expect(inOrder.toReversed().sort(byRank)).toEqual(inOrder);
  });
});
