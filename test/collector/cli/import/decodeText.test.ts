import { expect, test } from 'vitest';
import { Failed } from '../../../../packages/collector/src/cli/exit.ts';
import { decodeText, encodingOf, NotInEncoding } from '../../../../packages/collector/src/cli/import/decodeText.ts';

const bytesOf = (...pieces: (string | number[])[]) => pieces.map((piece) => Buffer.from(piece as string));

async function read(pieces: Uint8Array[], encoding = 'utf-8'): Promise<string[]> {
  const texts: string[] = [];
  const stream = (async function* () {
    yield* pieces;
  })();
  for await (const text of decodeText(stream, encoding)) texts.push(text);
  return texts;
}

const rows: [name: string, pieces: Uint8Array[], encoding: string, text: string][] = [
  ['UTF-8', bytesOf('añ€😀'), 'utf-8', 'añ€😀'],
  ['UTF-8 in single bytes', [...Buffer.from('añ€😀')].map((byte) => Buffer.from([byte])), 'utf-8', 'añ€😀'],
  ['a byte order mark', bytesOf([0xef], [0xbb], [0xbf], 'a'), 'utf-8', 'a'],
  ['a byte order mark overrules what was said', bytesOf('\ufeffñ'), 'windows-1252', 'ñ'],
  ['a spreadsheet’s “Unicode text”', [Buffer.from('\ufeffañ', 'utf16le')], 'utf-8', 'añ'],
  ['UTF-16, big end first', bytesOf([0xfe, 0xff, 0, 0x61]), 'utf-8', 'a'],
  ['windows-1252', bytesOf([0x80, 0x92, 0xf1]), 'windows-1252', '€’ñ'],
  ['two bytes', bytesOf('ab'), 'utf-8', 'ab'],
  ['nothing', [], 'utf-8', ''],
];
test.each(rows)('%s', async (_, pieces, encoding, text) => {
  expect((await read(pieces, encoding)).join('')).toBe(text);
});

const windows = /if the file comes from a spreadsheet try --encoding windows-1252$/;
test.each<[what: string, pieces: Uint8Array[], line: number, hint: RegExp]>([
  ['a byte that begins nothing', bytesOf('good', [0xf1, 0x61]), 1, windows],
  ['a character that is cut off', bytesOf('good\nand\n', [0xc3]), 3, windows],
  ['a byte between others', bytesOf('a\nb', [0xf1, 0x0a], 'c\n'), 2, windows],
  ['a byte where others were UTF-8', bytesOf('añ\r\nb\r\n', [0xf1, 0x0a]), 3, /as the lines before it are/],
  ['a byte behind a byte order mark', bytesOf('\ufeffa\n', [0xf1, 0x0a]), 2, /as the lines before it are/],
])('%s is no UTF-8', async (_, pieces, line, hint) => {
  await expect(read(pieces)).rejects.toThrow(NotInEncoding);
  await expect(read(pieces)).rejects.toThrow(new RegExp(`^line ${line} is not UTF-8`));
  await expect(read(pieces)).rejects.toThrow(hint);
});

test.each<[what: string, pieces: Uint8Array[], says: RegExp]>([
  ['an .xlsx', bytesOf([0x50, 0x4b, 0x03, 0x04, 0x14, 0]), /spreadsheet or an archive: save the table as CSV/],
  ['an .xls', bytesOf([0xd0, 0xcf], [0x11, 0xe0, 0]), /spreadsheet or an archive: save the table as CSV/],
  ['UTF-16 without a mark', [Buffer.from('when', 'utf16le')], /looks like UTF-16: try --encoding utf-16le/],
  ['UTF-16, big end first', bytesOf([0, 0x61, 0, 0x62]), /looks like UTF-16: try --encoding utf-16be/],
])('%s is told as what it is', async (_, pieces, says) => {
  await expect(read(pieces)).rejects.toThrow(says);
  await expect(read(pieces, 'windows-1252')).rejects.toThrow(Failed);
});

test('and is read where that is said', async () => {
  expect((await read([Buffer.from('when', 'utf16le')], 'utf-16le')).join('')).toBe('when');
});

test('an encoding is known by its labels', () => {
  expect([encodingOf('UTF8'), encodingOf('latin1')]).toEqual(['utf-8', 'windows-1252']);
  expect(() => encodingOf('ebcdic-9')).toThrow(/--encoding: there is no encoding "ebcdic-9"/);
});
