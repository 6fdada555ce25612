import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRecords } from '../../../../packages/collector/src/cli/import/csvRecords.ts';
import { detectDelimiter, readDelimiter } from '../../../../packages/collector/src/cli/import/delimiter.ts';

const recordsOf = (pieces: string[], delimiter = ',') => {
  const records = new CsvRecords(delimiter);
  return [...pieces.flatMap((piece) => records.push(piece)), ...records.end()];
};
/** What stands where: "2: a|b", or "2! reason". */
const told = (pieces: string[], delimiter = ',') =>
  recordsOf(pieces, delimiter).map((record) =>
    'reason' in record ? `${record.line}! ${record.reason}` : `${record.line}: ${record.values.join('|')}`,
  );

describe('lines and values', () => {
  const rows: [name: string, text: string, told: (string | RegExp)[]][] = [
    ['an end without a line break', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['CR LF', 'a,b\r\n1,2\r\n', ['1: a|b', '2: 1|2']],
    ['CR alone', 'a,b\r1,2\r', ['1: a|b', '2: 1|2']],
    ['line breaks in quotes', 'a,b\r\n"1\r\n\n1",2\r\n3,4', ['1: a|b', '2: 1\r\n\n1|2', '5: 3|4']],
    ['blank lines are none', '\n\na,b\n\r\n\n1,2\n\n', ['3: a|b', '6: 1|2']],
    ['quotes in quotes', 'a,b\n"say ""yes""",","\n', ['1: a|b', '2: say "yes"|,']],
    ['nothing', '', []],
    ['blank lines only', '\r\n\r\n', []],
    ['a column too few', 'a,b\n1\n3,4', ['1: a|b', '2: 1', '3: 3|4']],
    ['text behind a closing quote', 'a,b\n"1"x,2\n3,4', ['1: a|b', /^2! something stands behind/, '3: 3|4']],
    ['a quote inside a value', 'a,b\n1,5" TV\n3,4', ['1: a|b', /^2! a quote stands in a value/, '3: 3|4']],
    ['a quote never closed', 'a,b\n"1,2\n3,4\n5,6', ['1: a|b', /^2! a quote is opened/, '3: 3|4', '4: 5|6']],
    ['a quote never closed, before others', 'a,b\n"1,2\n3,"4"\n5,6', ['1: a|b', /^2! /, '3: 3|4', '4: 5|6']],
    ['a quote closed by the next row’s', 'a,b\n1,"2\n3,"\n5,6', ['1: a|b', '2: 1|2\n3,', '4: 5|6']],
    [
      'the same, where columns do not fit',
      'a,b\n"1,2\n3,",4,x\n5,6',
      ['1: a|b', /^2! has not as many/, /^3! /, '4: 5|6'],
    ],
    ['every line is broken', 'a,b\n"1"x\n"2"x\n', ['1: a|b', /^2! /, /^3! /]],
  ];
  test.each(rows)('%s', (_, text, expected) => {
    const matching = expected.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each)));
    expect(told([text])).toEqual(matching);
    expect(told([...text])).toEqual(told([text]));
  });

  test('one quote too many costs its own line, however long the file', () => {
    const many = Array.from({ length: 200_000 }, (_, place) => `${place},value\n`);
    const records = recordsOf(['a,b\n"0,value\n', ...many]);
    expect(records.length).toBe(200_002);
    expect(records[1]).toEqual({ line: 2, reason: expect.stringMatching(/1 MiB/) });
    expect(records.at(-1)).toEqual({ line: 200_002, values: ['199999', 'value'] });
  });

  test('a line without an end is not kept', () => {
    const records = recordsOf(['a,b\n', ...Array.from({ length: 40 }, () => 'x'.repeat(65_536)), '\n3,4\n']);
    expect(records).toEqual([
      { line: 1, values: ['a', 'b'] },
      { line: 2, reason: expect.stringMatching(/longer than 1 MiB/) },
      { line: 3, values: ['3', '4'] },
    ]);
  });
});

test('whatever a table says is read back, with its lines, in whatever pieces it comes', () => {
  const value = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', '"', ',', ';', '\n', '\r', '\r\n', ' '),
    maxLength: 6,
  });
  const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom('\n', '\r\n')).chain(([width, end]) =>
    fc.record({
      rows: fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      end: fc.constant(end),
      size: fc.integer({ min: 1, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(table, ({ rows, end, size }) => {
      const text = stringify(rows, { record_delimiter: end, quoted: true, quoted_empty: true });
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
      let line = 1;
      const expected = rows.map((values) => {
        const record = { line, values };
        line += 1 + (values.join(' ').match(/\r\n|\r|\n/g) ?? []).length;
        return record;
      });
      expect(recordsOf(pieces)).toEqual(expected);
    }),
  );
});

describe('the delimiter', () => {
  test.each([
    ['a,b,c\n1;2;3;4;5', ','],
    ['a;b;c\n1,2', ';'],
    ['a\tb', '\t'],
    ['a|b', '|'],
    ['"a;b;c",d', ','],
    ['"a\n;;;",d', ','],
    ['alone\n1,2', ','],
    ['\n\na;b', ';'],
  ])('%j has %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  test('can be said', () => {
    expect([readDelimiter('tab'), readDelimiter('\\t'), readDelimiter('¦'), readDelimiter(undefined)]).toEqual([
      '\t',
      '\t',
      '¦',
      null,
    ]);
    expect(told(['a¦b\n1¦"2¦"'], '¦')).toEqual(['1: a|b', '2: 1|2¦']);
    expect(() => readDelimiter(', ')).toThrow(/--delimiter must be one character/);
    expect(() => readDelimiter('"')).toThrow(/--delimiter must be one character/);
  });
});
