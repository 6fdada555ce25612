import type Database from 'better-sqlite3';

/*
 * SQLite overwrites what is deleted (`secure_delete`), but not what a row leaves behind where its page was divided and
 * the row moved to another. Only a rewritten file has none of these shreds. The file's user_version says, across crashes
 * and processes, whether anything was deleted since it was last rewritten.
 */

const mayHaveShreds = 1;
const hasNone = 0;

/** Call in the transaction that deletes something personal. */
export const noteShreds = (connection: Database.Database): void =>
  void connection.pragma(`user_version = ${mayHaveShreds}`);

/** Writes the file anew where it may have shreds, outside any transaction: nothing can be written meanwhile. */
export function removeShreds(connection: Database.Database): boolean {
  if (connection.pragma('user_version', { simple: true }) === hasNone) return false;
  connection.exec('vacuum');
  connection.pragma(`user_version = ${hasNone}`);
  return true;
}

/** Writes a page that says what it said. */
export function tryWriting(connection: Database.Database): void {
  connection.pragma(`user_version = ${connection.pragma('user_version', { simple: true })}`);
}
