import { expect, test } from 'vitest';
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

test.each([
  ['a byte that begins nothing', bytesOf('good', [0xf1, 0x61])],
  ['a character that is cut off', bytesOf('good', [0xc3])],
])('%s is no UTF-8', async (_, pieces) => {
  await expect(read(pieces)).rejects.toThrow(NotInEncoding);
});

test('an encoding is known by its labels', () => {
  expect([encodingOf('UTF8'), encodingOf('latin1')]).toEqual(['utf-8', 'windows-1252']);
  expect(() => encodingOf('ebcdic-9')).toThrow(/--encoding: there is no encoding "ebcdic-9"/);
});
