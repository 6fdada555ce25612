import { expect, test } from 'vitest';
import { openCsv } from '../../../../packages/collector/src/cli/import/csvRows.ts';

async function read(text: string, delimiter: string | null = null) {
  const stream = (async function* () {
    yield text;
  })();
  const table = await openCsv(stream, delimiter);
  const rows = [];
  for await (const row of table.rows) rows.push(row);
  return { delimiter: table.delimiter, names: table.names, rows };
}

test('empty values behind the last column are none', async () => {
  const names = ['a', 'b'];
  expect((await read('a;b\n1;2;;\n3;"4\n5"; ;\n')).rows).toEqual([
    { line: 2, names, values: ['1', '2'] },
    { line: 3, names, values: ['3', '4\n5'] },
  ]);
});

test('a row of another width keeps its values as far as there are columns', async () => {
  const names = ['a', 'b'];
  expect((await read('a;b\n1\n2;3; 4;5\n\n;\n')).rows).toEqual([
    { line: 2, names, values: ['1', ''], reason: 'has 1 columns where the header has 2; the last ones are empty' },
    {
      line: 3,
      names,
      values: ['2', '3; 4;5'],
      reason: 'has 4 columns where the header has 2; what is beyond stands in the last one',
    },
  ]);
});

test('Excel’s first line says the delimiter and is no header', async () => {
  const rows = [{ line: 3, names: ['a,b,c', 'd'], values: ['1', '2'] }];
  expect(await read('sep=;\r\na,b,c;d\r\n1;2\r\n')).toEqual({ delimiter: ';', names: ['a,b,c', 'd'], rows });
  expect(await read('"sep=|"\na|b\n', null)).toMatchObject({ delimiter: '|', names: ['a', 'b'] });
  expect(await read('sep=;\na|b\n', '|')).toMatchObject({ delimiter: '|', names: ['a', 'b'] });
});
