import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/**
 * Brings a file to this version's schema.
 *
 * @throws Error where a newer Vivencia wrote the file
 */
export function migrateDatabase(database: Database.Database): void {
  const known = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')).entries.length as number;
  if (appliedMigrations(database) > known) {
    throw new Error('a newer Vivencia wrote this file; open it with that version or restore an older backup');
  }
  migrate(drizzle(database), { migrationsFolder });
}

function appliedMigrations(database: Database.Database): number {
  const table = database.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  if (!table) return 0;
  return database.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
}
