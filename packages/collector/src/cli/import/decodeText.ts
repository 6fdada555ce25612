import { TextDecoder } from 'node:util';
import { Misused } from '../exit.ts';

/** Bytes that are no text in the file's encoding. */
export class NotInEncoding extends Error {
  override name = 'NotInEncoding';
}

/** A byte order mark says the encoding itself, before any label: WHATWG Encoding, section 6, "BOM sniff". */
const marks: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];
const longestMark = 3;

/** The encoding's own name: "latin1" → "windows-1252". @throws Misused where there is none of this label */
export function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new Misused(`--encoding: there is no encoding "${label}"; utf-8, windows-1252 and utf-16le are some`);
  }
}

/**
 * Bytes as text, piece by piece and without a byte order mark.
 *
 * @param encoding what they are in where no byte order mark says otherwise
 * @throws NotInEncoding after all text of the pieces before
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of bytes) {
    held = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    if (!decoder && held.length < longestMark) continue;
    decoder ??= decoderFor(held, encoding);
    yield decoded(decoder, held, true);
    held = new Uint8Array();
  }
  decoder ??= decoderFor(held, encoding);
  yield decoded(decoder, held, false);
}

function decoderFor(start: Uint8Array, encoding: string): TextDecoder {
  const mark = marks.find(([, bytes]) => bytes.every((byte, place) => start[place] === byte));
  return new TextDecoder(mark?.[0] ?? encoding, { fatal: true });
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new NotInEncoding(decoder.encoding);
  }
}
