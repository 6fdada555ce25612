import type Database from 'better-sqlite3';
import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BackupEntry } from '../backupEntry.ts';
import { backup } from './schema.ts';

/** Which backups were made, in the order of time. */
export const readBackups = (connection: Database.Database): BackupEntry[] =>
  drizzle(connection)
    .select({ path: backup.path, madeAt: backup.madeAt })
    .from(backup)
    .orderBy(asc(backup.madeAt), asc(backup.id))
    .all();

/** Writes down that one is made, inside a transaction of the caller's; one of the same name is no more. */
export function noteBackup(connection: Database.Database, path: string, madeAt: number): void {
  const db = drizzle(connection);
  db.delete(backup).where(eq(backup.path, path)).run();
  db.insert(backup).values({ path, madeAt }).run();
}
