import type { MappedRow } from './mappedRow.ts';

/**
 * What a row says of its segments, before it is validated: columns of their own, and `segment` as our export writes
 * it, an object or `plan:pro country:es`.
 *
 * @throws Rejected where a text cannot be taken apart in one way only
 */
export function segmentOf(row: MappedRow): Record<string, unknown> | null {
  const pairs = [...exportedPairs(row)];
  for (const field of row.fields()) {
    if (field.startsWith('segment.')) pairs.push([field.slice('segment.'.length), row.text(field)]);
  }
  const said = pairs.filter(([, value]) => value !== null);
  return said.length > 0 ? Object.fromEntries(said) : null;
}

function exportedPairs(row: MappedRow): [name: string, value: unknown][] {
  const value = row.value('segment');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  const tokens = row.texts('segment') ?? [];
  return tokens.map((token) => {
    const colon = token.indexOf(':');
    if (colon > 0) return [token.slice(0, colon), token.slice(colon + 1)];
    throw row.rejected(
      'segment',
      'is read only as plan:pro country:es, without spaces inside; NDJSON keeps those apart',
    );
  });
}
