import type Database from 'better-sqlite3';

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
