import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { isDiskFull } from './fullDisk.ts';

const howToRestore = 'restore a backup (docs/backup.md says how)';

/** What the file system says, in words. */
const reasons: Record<string, string> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'its disk is read-only',
  ENOENT: 'the system lets nobody',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
};

/**
 * Makes sure that a database can be kept in a file, and makes its folder where there is none: SQLite would open what
 * may only be read, and fail at the first answer.
 *
 * @throws Error with one clear line
 */
export function ensureUsable(file: string): void {
  const folder = dirname(file);
  attempt(`the folder ${folder} cannot be made`, () => makeFolder(folder));
  attempt(`nothing can be written into the folder ${folder}`, () =>
    accessSync(folder, constants.W_OK | constants.X_OK),
  );
  if (isFolder(file)) throw new Error(`${file} is a folder: name a file in it`);
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(part)) attempt(`${part} cannot be written`, () => accessSync(part, constants.R_OK | constants.W_OK));
  }
}

/** Part by part: node's own way of making them all never ends where the system lets nobody make one, as in /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function attempt(failure: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Error(`${failure}: ${reasons[code] ?? code}`);
  }
}

/** A damaged file in one line. `details` may be of many, and may quote what is damaged. */
export const damagedLine = (file: string, details: string) =>
  `${file} is damaged (${details
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/[^ -~]/g, '?')}): ${howToRestore}`;

/** Reads the whole file: what is wrong with it, in one line; `null`: nothing. */
export function damageIn(connection: Database.Database): string | null {
  try {
    const found = connection.pragma('quick_check(1)', { simple: true }) as string;
    return found === 'ok' ? null : damagedLine(connection.name, found);
  } catch (error) {
    if (isDamage(error)) return whyUnusable(connection.name, error);
    throw error;
  } finally {
    // It has read all of the file, and will not again.
    connection.pragma('shrink_memory');
  }
}

/** @throws Error with one line where the file is damaged; reads all of it */
export function refuseDamaged(connection: Database.Database): void {
  const damage = damageIn(connection);
  if (damage !== null) throw new Error(damage);
}

/** Whether SQLite says that what it read makes no sense. */
export const isDamage = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteErrorOf(error).code);

/** What SQLite refuses is the store's state (full disk, lock, damage); anything else is a mistake of ours. */
export function isStoreState(error: unknown): boolean {
  const { code } = sqliteErrorOf(error);
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT');
}

/** Our statements fit our own schema: where one does not, the schema is damaged. */
const foreignSchema = /no such (table|column)|has no column|ON CONFLICT clause/;

/** Why SQLite could not do something with a file, in one line that names it and says what helps. */
export function whyUnusable(file: string, error: unknown): string {
  const { code, message } = sqliteErrorOf(error);
  if (/^SQLITE_NOTADB/.test(code)) {
    return `${file} is not a database, or its beginning is damaged: name another file, or ${howToRestore}`;
  }
  if (isDamage(error) || (code === 'SQLITE_ERROR' && foreignSchema.test(message))) return damagedLine(file, message);
  if (/^SQLITE_BUSY/.test(code)) return `${file} is locked by another program`;
  if (isDiskFull(dirname(file), { code, message })) return `${file} cannot be written: ${reasons.ENOSPC}`;
  return message.includes(file) ? message : `${file} cannot be used: ${[code, message].filter(Boolean).join(': ')}`;
}

/** SQLite's own error, which drizzle wraps. */
function sqliteErrorOf(error: unknown): { code: string; message: string } {
  const { code, message, cause } = error as { code?: string; message: string; cause?: unknown };
  if (!code?.startsWith('SQLITE_') && cause instanceof Error) return sqliteErrorOf(cause);
  return { code: code ?? '', message };
}
