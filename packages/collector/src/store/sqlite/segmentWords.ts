import { and, eq, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { segment } from './schema.ts';

/** Names and values that a site's segment numbers stand for, sorted by name. */
export function segmentWords(
  db: BetterSQLite3Database,
  site: number,
  numbers: readonly number[] | null,
): [name: string, value: string][] {
  if (!numbers?.length) return [];
  return db
    .select({ name: segment.name, value: segment.value })
    .from(segment)
    .where(and(eq(segment.site, site), inArray(segment.id, [...numbers])))
    .orderBy(segment.name, segment.value)
    .all()
    .map(({ name, value }) => [name, value]);
}
