import type { MappedRow } from './mappedRow.ts';

/**
 * What a row says of its segments, before it is validated: columns of their own, and `segment` as our export writes
 * it, an object or the text of one. A single `plan:pro` is read too.
 *
 * @throws Rejected where a text is neither
 */
export function segmentOf(row: MappedRow): Record<string, unknown> | null {
  const pairs = Object.entries(exportedPairs(row));
  for (const field of row.fields()) {
    if (field.startsWith('segment.')) pairs.push([field.slice('segment.'.length), row.text(field)]);
  }
  const said = pairs.filter(([, value]) => value !== null);
  return said.length > 0 ? Object.fromEntries(said) : null;
}

function exportedPairs(row: MappedRow): object {
  const value = row.value('segment');
  if (isObject(value)) return value;
  const text = row.text('segment');
  if (text === null) return {};
  const [, name, only] = /^([^\s:{"]+):([^\s:]+)$/.exec(text) ?? [];
  if (name && only) return { [name]: only };
  const parsed = parseJson(text);
  if (isObject(parsed)) return parsed;
  throw row.rejected('segment', 'must be an object like {"plan":"pro"}; a column is mapped to segment.NAME');
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
