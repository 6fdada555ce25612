import { expect, test } from 'vitest';
import { MappedRow } from '../../../../packages/collector/src/cli/import/mappedRow.ts';
import { readMapping } from '../../../../packages/collector/src/cli/import/readMapping.ts';
import { segmentOf } from '../../../../packages/collector/src/cli/import/segmentOf.ts';

const read = (segment: unknown, plan?: string) => {
  const source = { line: 2, names: ['segment', 'segment.plan'], values: [segment, plan] };
  const places = new Map([['segment', 0] as const, ['segment.plan', 1] as const]);
  return segmentOf(new MappedRow(source, { mapping: readMapping({}), places, isOwnExport: false }));
};

test.each<[segment: unknown, pairs: Record<string, unknown> | null]>([
  ['', null],
  [null, null],
  [{ plan: 'pro', beta: null }, { plan: 'pro' }],
  ['{"plan":"pro plus","a b":"c:d \\"e\\""}', { plan: 'pro plus', 'a b': 'c:d "e"' }],
  ['{}', null],
  ['plan:pro', { plan: 'pro' }],
])('%j', (segment, pairs) => {
  expect(read(segment)).toEqual(pairs);
});

test('a column of its own is one more', () => {
  expect(read('{"country":"es"}', 'pro')).toEqual({ country: 'es', plan: 'pro' });
});

test.each(['plan:pro country:es', 'plan:pro plus', 'a:b:c', 'pro', '["plan"]', '{"plan"'])('%s is refused', (text) => {
  expect(() => read(text)).toThrow(/segment: must be an object like \{"plan":"pro"\}/);
});
