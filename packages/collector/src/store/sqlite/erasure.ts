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

/** How long readers are waited for, in milliseconds: meanwhile nothing can be written. */
const readersWaitMs = 50;

/**
 * Copies the WAL into the file and empties it, outside any transaction: deleted rows are overwritten in the file
 * (`secure_delete`), but in the WAL they would stay until it begins anew.
 *
 * @returns whether nobody was reading, so that it could be emptied
 */
export function emptyLog(connection: Database.Database): boolean {
  const patience = connection.pragma('busy_timeout', { simple: true });
  connection.pragma(`busy_timeout = ${readersWaitMs}`);
  try {
    const [wal] = connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    return wal.busy === 0;
  } finally {
    connection.pragma(`busy_timeout = ${patience}`);
  }
}
