import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { openForReading } from './openDatabase.ts';

const migrationsFolder = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

const knownMigrations = (): number =>
  JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')).entries.length;

/** Brings a file to this version's schema. */
export function migrateDatabase(database: Database.Database): void {
  migrate(drizzle(database), { migrationsFolder });
}

/**
 * Looks whose file it is, without writing: opening for writing alone would change another program's.
 *
 * @throws Error where another program or a newer Vivencia wrote it
 */
export function refuseForeign(file: string): void {
  if (!existsSync(file)) return;
  const database = openForReading(file);
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    const isStarted = tables.includes('__drizzle_migrations');
    const applied = isStarted ? appliedMigrations(database) : 0;
    if ((tables.length > 0 && !isStarted) || (applied > 0 && !tables.includes('response'))) {
      throw new Error(`${file} is the database of another program: name another file`);
    }
    if (applied > knownMigrations()) {
      throw new Error(
        `${file}: a newer Vivencia wrote this file; open it with that version or restore an older backup`,
      );
    }
  } finally {
    database.close();
  }
}

const appliedMigrations = (database: Database.Database) =>
  database.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
