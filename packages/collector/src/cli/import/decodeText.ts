import { TextDecoder } from 'node:util';
import { Misused } from '../exit.ts';
import { refuseOtherFormats } from './refuseOtherFormats.ts';

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
/** By so many bytes it is known what a file is. */
const tellingBytes = 4;

const lf = 0x0a;

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
 * @throws NotInEncoding after all text of the pieces before; Failed for what is no text at all
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  let lines: DecodedLines | null = null;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of bytes) {
    held = held.length > 0 ? Buffer.concat([held, piece]) : piece;
    if (!lines && held.length < tellingBytes) continue;
    lines ??= new DecodedLines(held, encoding);
    yield lines.decode(held);
    held = new Uint8Array();
  }
  lines ??= new DecodedLines(held, encoding);
  yield lines.decode(held) + lines.end();
}

/** Reads all of the bytes only to know that they can be. @throws as `decodeText` does */
export async function proveText(bytes: AsyncIterable<Uint8Array>, encoding: string): Promise<void> {
  const text = decodeText(bytes, encoding);
  while (!(await text.next()).done);
}

/** Decodes line by line, to know where it fails. */
class DecodedLines {
  readonly #decoder: TextDecoder;
  #line = 1;
  /** Whether something says that it is UTF-8: a byte order mark, or letters beyond ASCII. */
  #wasUtf8: boolean;

  constructor(start: Uint8Array, encoding: string) {
    const mark = marks.find(([, bytes]) => bytes.every((byte, place) => start[place] === byte));
    const found = mark?.[0] ?? encoding;
    refuseOtherFormats(start, found);
    this.#wasUtf8 = mark !== undefined;
    this.#decoder = new TextDecoder(found, { fatal: true });
  }

  decode(bytes: Uint8Array): string {
    let text = '';
    for (let start = 0, end = 0; start < bytes.length; start = end) {
      end = bytes.indexOf(lf, start) + 1 || bytes.length;
      text += this.#part(bytes.subarray(start, end), true);
    }
    return text;
  }

  end(): string {
    return this.#part(new Uint8Array(), false);
  }

  #part(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      if (text.includes('\n')) this.#line++;
      this.#wasUtf8 ||= /[\u0080-\uffff]/.test(text);
      return text;
    } catch {
      throw new NotInEncoding(`line ${this.#line} is not ${this.#decoder.encoding.toUpperCase()}${this.#hint()}`);
    }
  }

  #hint(): string {
    if (this.#decoder.encoding !== 'utf-8') return '';
    return this.#wasUtf8
      ? ', as the lines before it are: correct it there'
      : '; if the file comes from a spreadsheet try --encoding windows-1252';
  }
}
