import { describe, expect, test } from 'vitest';
import { AnswerIds } from '../../../../packages/collector/src/cli/import/answerIds.ts';
import type { SourceRow } from '../../../../packages/collector/src/cli/import/sourceRow.ts';

const row = (cells: Record<string, unknown>, line = 2): SourceRow => ({
  line,
  names: Object.keys(cells),
  values: Object.values(cells),
});
const answer = row({ at: '2026-03-01 14:22', emotion: 'calm', comment: '' });
const idsOf = (rows: SourceRow[], publicKey = 'pk_a') => {
  const ids = new AnswerIds(publicKey);
  return rows.map((each) => ids.ofRow(each));
};

describe('without an id of its own a row is its content', () => {
  test('it is a UUIDv8', () => {
    expect(idsOf([answer])[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('the same file gives the same ids; identical rows are answers of their own', () => {
    const first = idsOf([answer, answer, answer]);
    expect(idsOf([answer, answer, answer])).toEqual(first);
    expect(new Set(first).size).toBe(3);
  });

  test('its line does not matter, and neither does what a file of rejects added', () => {
    const rejected = row(
      { at: '2026-03-01 14:22', emotion: 'calm', comment: '', vivencia_line: '7', vivencia_error: 'x' },
      9,
    );
    expect(idsOf([rejected])).toEqual(idsOf([answer]));
  });

  test('a row of a file of rejects keeps the id that it had, whatever was corrected in it', () => {
    const [first, second] = idsOf([answer, answer]) as [string, string];
    const corrected = row({
      at: '2026-03-01 14:22',
      emotion: 'calm',
      comment: '',
      vivencia_id: ` ${second.toUpperCase()}`,
    });
    expect(idsOf([corrected, answer])).toEqual([second, first]);
    expect(idsOf([row({ at: '2026-03-01 14:22', emotion: 'calm', comment: '', vivencia_id: 'mine' })])).toEqual([
      first,
    ]);
  });

  test.each<[what: string, other: SourceRow, publicKey?: string]>([
    ['another value', row({ at: '2026-03-01 14:22', emotion: 'sad', comment: '' })],
    ['another name', row({ at: '2026-03-01 14:22', emotion: 'calm', note: '' })],
    ['another order', row({ emotion: 'calm', at: '2026-03-01 14:22', comment: '' })],
    ['a value moved to the next column', row({ at: '2026-03-01 14:22', emotion: '', comment: 'calm' })],
    ['another site', answer, 'pk_b'],
  ])('%s is another answer', (_, other, publicKey) => {
    expect(idsOf([other], publicKey)).not.toEqual(idsOf([answer]));
  });
});

describe('an id of the file', () => {
  const ids = new AnswerIds('pk_a');

  test('stays where it is a UUID', () => {
    expect(ids.ofGiven('0190A6F0-5C2E-7000-8000-000000000001')).toBe('0190a6f0-5c2e-7000-8000-000000000001');
  });

  test('is the whole identity where it is not: a corrected row is the same answer', () => {
    const id = ids.ofGiven('order-1');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/);
    expect(ids.ofGiven('order-1')).toBe(id);
    expect(ids.ofGiven('order-2')).not.toBe(id);
    expect(new AnswerIds('pk_b').ofGiven('order-1')).not.toBe(id);
  });
});
