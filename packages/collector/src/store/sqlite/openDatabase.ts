import Database from 'better-sqlite3';

/** How long a connection waits for another process's lock, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Pages of the WAL at which the writer itself copies it into the file: 64 MiB. A server's caretaker has copied nearly all
 * of them before, without anybody waiting.
 */
const latestCheckpointPages = 16_000;

/**
 * Opens a SQLite file for writing so that a commit is on disk when it returns, and reads every setting back: WAL alone
 * would silently mean synchronous=NORMAL.
 *
 * @throws Error with one clear line where the file cannot be used
 */
export function openForWriting(file: string): Database.Database {
  const database = new Database(file, { timeout: busyTimeoutMs });
  settle(database, 'journal_mode', 'WAL', 'wal');
  settle(database, 'synchronous', 'FULL', 2);
  settle(database, 'foreign_keys', 'ON', 1);
  settle(database, 'secure_delete', 'ON', 1);
  settle(database, 'cell_size_check', 'ON', 1);
  settle(database, 'wal_autocheckpoint', latestCheckpointPages, latestCheckpointPages);
  return database;
}

/** Opens a SQLite file for reading only; it must exist. */
export function openForReading(file: string): Database.Database {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
}

function settle(database: Database.Database, name: string, value: string | number, expected: string | number): void {
  database.pragma(`${name} = ${value}`);
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`SQLite keeps ${name} at ${actual}; Vivencia needs ${expected}`);
}
