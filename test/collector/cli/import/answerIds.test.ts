import { describe, expect, test } from 'vitest';
import { AnswerIds } from '../../../../packages/collector/src/cli/import/answerIds.ts';
import type { SourceRow } from '../../../../packages/collector/src/cli/import/sourceRow.ts';

const moment = Date.UTC(2026, 2, 1, 14, 22);
const row = (cells: Record<string, unknown>, line = 2): SourceRow => ({
  line,
  names: Object.keys(cells),
  values: Object.values(cells),
});
const answer = row({ at: '2026-03-01 14:22', emotion: 'calm', comment: '' });
const idsOf = (rows: SourceRow[], publicKey = 'pk_a') => {
  const ids = new AnswerIds(publicKey);
  return rows.map((each) => ids.idOf(each, null, moment));
};

describe('without an id of its own a row is its content', () => {
  test('it is a UUIDv8 that begins with the moment', () => {
    expect(idsOf([answer])[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt((idsOf([answer])[0] as string).replace('-', '').slice(0, 12), 16)).toBe(moment);
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
    expect(ids.idOf(answer, '0190A6F0-5C2E-7000-8000-000000000001', moment)).toBe(
      '0190a6f0-5c2e-7000-8000-000000000001',
    );
  });

  test('is the whole identity where it is not: a corrected row is the same answer', () => {
    const id = ids.idOf(answer, 'order-1', moment);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab]/);
    expect(ids.idOf(row({ at: '2026-03-02' }), 'order-1', moment + 1)).toBe(id);
    expect(ids.idOf(answer, 'order-2', moment)).not.toBe(id);
    expect(new AnswerIds('pk_b').idOf(answer, 'order-1', moment)).not.toBe(id);
  });
});
