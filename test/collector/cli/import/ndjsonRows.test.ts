import { expect, test } from 'vitest';
import { ndjsonRows } from '../../../../packages/collector/src/cli/import/ndjsonRows.ts';

async function read(...pieces: string[]) {
  const stream = (async function* () {
    yield* pieces;
  })();
  const rows = [];
  for await (const row of ndjsonRows(stream)) rows.push(row);
  return rows;
}

const text = '{"a":1,"b":[2]}\r\n\n   \n[1]\n{"a"\nnull\n{"a":{"b":null}}';
const expected = [
  { line: 1, names: ['a', 'b'], values: [1, [2]] },
  { line: 4, reason: 'is no JSON object' },
  { line: 5, reason: 'is not JSON' },
  { line: 6, reason: 'is no JSON object' },
  { line: 7, names: ['a'], values: [{ b: null }] },
];

test('an object a line, wherever the pieces end', async () => {
  expect(await read(text)).toEqual(expected);
  expect(await read(...text)).toEqual(expected);
});

test('a line is at most 1 MiB, and the next one is read', async () => {
  const long = `{"a":"${'x'.repeat(1024 * 1024)}"}`;
  const rows = [
    { line: 1, names: ['a'], values: [1] },
    { line: 2, reason: 'is longer than 1 MiB' },
    { line: 3, names: ['a'], values: [3] },
  ];
  expect(await read(`{"a":1}\n${long}\n{"a":3}`)).toEqual(rows);
  expect(await read('{"a":1}\n', long.slice(0, -9), 'x'.repeat(70_000), '"}\n{"a"', ':3}\n')).toEqual(rows);
  expect(await read(long)).toEqual([{ line: 1, reason: 'is longer than 1 MiB' }]);
});

test('what is nested without end is refused, not crashed on', async () => {
  const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await read(deep)).toEqual([{ line: 1, reason: 'is nested too deep' }]);
});

test.each([['[{"a":1}]'], ['\n [\n{"a":1},\n{"a":2}\n]\n']])('%j is told as an array', async (text) => {
  await expect(read(...text)).rejects.toThrow(/is a JSON array: write one object a line/);
});
