import { existsSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { packageFile } from '../../packageFile.ts';
import { backUp } from './backUp.ts';
import { openForReading } from './openDatabase.ts';

const migrationsFolder = packageFile('migrations/sqlite');

const knownMigrations = (): number =>
  JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')).entries.length;

/**
 * Brings a file to this version's schema. What it holds is backed up before: the way back to the version before.
 *
 * @throws Error where it cannot be backed up; then it is as it was
 */
export function migrateDatabase(database: Database.Database): void {
  const applied = isStarted(database) ? appliedMigrations(database) : 0;
  if (applied === knownMigrations()) return;
  if (applied > 0 && database.prepare('select 1 from site').get()) {
    backUp(database.name, unusedName(`${database.name}.before-${String(applied).padStart(4, '0')}`));
  }
  try {
    migrate(drizzle(database), { migrationsFolder });
  } catch (error) {
    // Another process may have done it at the same time.
    if (!isStarted(database) || appliedMigrations(database) !== knownMigrations()) throw error;
  }
}

function unusedName(name: string): string {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(numbered)) return numbered;
  }
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
    // At one moment: another process may be making it.
    const look = database.transaction(() => ({
      tables: database.prepare("select name from sqlite_schema where type = 'table'").pluck().all(),
      applied: isStarted(database) ? appliedMigrations(database) : null,
    }));
    const { tables, applied } = look();
    if (applied === null ? tables.length > 0 : applied > 0 && !tables.includes('response')) {
      throw new Error(`${file} is the database of another program: name another file`);
    }
    if (applied !== null && applied > knownMigrations()) {
      throw new Error(
        `${file}: a newer Vivencia wrote this file; open it with that version or restore an older backup`,
      );
    }
  } finally {
    database.close();
  }
}

const isStarted = (database: Database.Database) =>
  database.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get() !== undefined;

const appliedMigrations = (database: Database.Database) =>
  database.prepare('select count(*) from __drizzle_migrations').pluck().get() as number;
