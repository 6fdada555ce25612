import type Database from 'better-sqlite3';

/*
 * SQLite overwrites what is deleted (`secure_delete`), but not what a row leaves behind where its page was divided and
 * the row moved to another. Only a rewritten file has none of these shreds. The file's user_version says, across crashes
 * and processes, whether anything was deleted since it was last rewritten: then it is odd. It only grows, so that who
 * has rewritten the file sees whether another process has deleted anything meanwhile.
 */

const versionOf = (connection: Database.Database) => connection.pragma('user_version', { simple: true }) as number;

/** Within SQLite's 31 bits, which keep it odd or even. */
const setVersion = (connection: Database.Database, version: number): void =>
  void connection.pragma(`user_version = ${version & 0x7fffffff}`);

const mayHaveShreds = (version: number) => version % 2 === 1;

/** Call in the transaction that deletes something personal. */
export function noteShreds(connection: Database.Database): void {
  const version = versionOf(connection);
  setVersion(connection, version + (mayHaveShreds(version) ? 2 : 1));
}

/**
 * Writes the file anew where it may have shreds, outside any transaction: nothing can be written meanwhile.
 *
 * @param maximumBytes a larger file is left as it is
 */
export function removeShreds(
  connection: Database.Database,
  maximumBytes: number,
): 'none there' | 'removed' | 'too large' {
  const before = versionOf(connection);
  if (!mayHaveShreds(before)) return 'none there';
  if (sizeOf(connection) > maximumBytes) return 'too large';
  connection.exec('vacuum');
  noteRemoved(connection, before);
  return 'removed';
}

/** Notes that what was deleted up to a version has been removed; what was deleted since then has not. */
export const noteRemoved = (connection: Database.Database, before: number): void =>
  connection
    .transaction(() => {
      if (versionOf(connection) === before) setVersion(connection, before + 1);
    })
    .immediate();

const sizeOf = (connection: Database.Database) =>
  (connection.pragma('page_count', { simple: true }) as number) *
  (connection.pragma('page_size', { simple: true }) as number);

/** Writes a page that says what it said. */
export const tryWriting = (connection: Database.Database): void => setVersion(connection, versionOf(connection));
