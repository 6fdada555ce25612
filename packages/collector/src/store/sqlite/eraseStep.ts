import type Database from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { removeResponses, rowsInOneStep } from './removeResponses.ts';
import { response } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/** Deletes the next responses of one respondent; how many they were, and whether there may be more. */
export function eraseStep(
  connection: Database.Database,
  directory: SiteDirectory,
  siteId: number,
  respondent: string,
): { erased: number; isLast: boolean } {
  const rows = drizzle(connection)
    .select()
    .from(response)
    .where(and(eq(response.site, siteId), eq(response.respondent, respondent)))
    .limit(rowsInOneStep)
    .all();
  removeResponses(connection, directory, siteId, rows);
  return { erased: rows.length, isLast: rows.length < rowsInOneStep };
}
