import { createReadStream, statSync } from 'node:fs';
import { Failed, Misused } from '../exit.ts';

export const formats = ['csv', 'ndjson'] as const;
export type Format = (typeof formats)[number];

const formatOfExtension: Record<string, Format> = { csv: 'csv', tsv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' };

/** Stands for standard input where a file is named. */
export const standardInput = '-';

/** @throws Misused where neither the flag nor the file's name says it */
export function formatOf(file: string, flag: Format | undefined): Format {
  const found = flag ?? formatOfExtension[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (found) return found;
  throw new Misused(`${file === standardInput ? 'standard input' : file}: say what it is with --format csv or ndjson`);
}

/**
 * How large a file is, in bytes; `null` for what has no size before it was read.
 *
 * @throws Failed where there is no such file
 */
export function sizeOf(file: string): number | null {
  if (file === standardInput) return null;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new Failed(`there is no file ${file}`);
  if (stats.isDirectory()) throw new Failed(`${file} is a folder`);
  return stats.isFile() ? stats.size : null;
}

/** A file's bytes; tells after each piece how many were read. */
export async function* bytesOf(file: string, told: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of file === standardInput ? process.stdin : createReadStream(file)) {
    read += piece.length;
    told(read);
    yield piece;
  }
}
