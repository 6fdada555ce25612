import { responseLimits } from '@vivencia/contract/response';
import { Failed } from '../exit.ts';
import { comparable } from './readMapping.ts';
import type { SourceRow, Unreadable } from './sourceRow.ts';

/** A line is no longer than this, in UTF-16 units: memory must not depend on the file. */
const longestLine = 1024 * 1024;

/**
 * The objects of a file of one JSON object a line; blank lines are none.
 *
 * @throws Failed for a file that is one array
 */
export async function* ndjsonRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow | Unreadable> {
  let line = 1;
  let rest = '';
  let isTooLong = false;
  let isFirst = true;
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    if (isFirst && /^\s*\[/.test(rest + piece)) {
      throw new Failed('the file is a JSON array: write one object a line, as jq -c ".[]" does');
    }
    isFirst &&= (rest + piece).trim() === '';
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const row = isTooLong ? null : readLine(part, line);
      if (row) yield row;
      isTooLong = false;
      line++;
    }
    if (!isTooLong && rest.length > longestLine) {
      yield { line, reason: 'is longer than 1 MiB' };
      isTooLong = true;
    }
    if (isTooLong) rest = '';
  }
  const row = isTooLong ? null : readLine(rest, line);
  if (row) yield row;
}

function readLine(text: string, line: number): SourceRow | Unreadable | null {
  if (text.trim() === '') return null;
  if (text.length > longestLine) return { line, reason: 'is longer than 1 MiB' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, reason: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, reason: 'is no JSON object' };
  if (!isWithin(value, responseLimits.jsonDepth)) return { line, reason: 'is nested too deep' };
  return { line, names: Object.keys(value).map(comparable), values: Object.values(value) };
}

/** Whether a value is nested no deeper than `levels`: what is deeper would not survive being written again. */
const isWithin = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isWithin(part, levels - 1)));
