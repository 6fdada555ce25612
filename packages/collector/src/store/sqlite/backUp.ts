import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { isDiskFull } from './fullDisk.ts';
import { openForReading } from './openDatabase.ts';
import { whyUnusable } from './unusable.ts';

export interface Backup {
  responses: number;
  bytes: number;
}

/** Where a backup is written before it is known to be whole. */
export const partialOf = (target: string) => `${target}.partial-${process.pid}`;

/**
 * Copies a database into a new file while others go on writing: one snapshot, whole and on disk before the file has its
 * name. VACUUM INTO and not SQLite's backup of pages, which begins anew whenever another process has written, and would
 * also copy what is left of deleted rows.
 *
 * @throws Error with one clear line; then nothing is left of it
 */
export function backUp(source: string, target: string): Backup {
  const folder = dirname(target);
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  for (const part of [target, `${target}-wal`, `${target}-journal`]) {
    if (existsSync(part)) throw new Error(`there is a file ${part} already`);
  }
  const partial = partialOf(target);
  try {
    const before = read(source, contentOf);
    copy(source, partial);
    const copied = read(partial, (database) => {
      const found = database.pragma('quick_check(1)', { simple: true });
      if (found !== 'ok') throw new Error(`the backup came out damaged and was thrown away: is the disk sound?`);
      return contentOf(database);
    });
    // Fewer are right only where some were deleted meanwhile.
    const fewest = Math.min(before.responses, read(source, contentOf).responses);
    if (copied.migrations !== before.migrations || copied.responses < fewest) {
      throw new Error('the backup held less than the database and was thrown away');
    }
    sync(partial);
    renameSync(partial, target);
    sync(folder);
    return { responses: copied.responses, bytes: statSync(target).size };
  } catch (error) {
    throw new Error(whyNot(error, source, folder));
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  }
}

function copy(source: string, partial: string): void {
  // Whoever may not read the one may not read the other.
  closeSync(openSync(partial, 'wx', statSync(source).mode & 0o777));
  read(source, (database) => database.prepare('vacuum into ?').run(partial));
}

/** What a backup is compared by. */
function contentOf(database: Database.Database): { responses: number; migrations: number } {
  const number = (text: string) => database.prepare(text).pluck().get() as number;
  return {
    responses: number('select count(*) from response'),
    migrations: number('select count(*) from __drizzle_migrations'),
  };
}

function read<T>(file: string, run: (database: Database.Database) => T): T {
  const database = openForReading(file);
  try {
    return run(database);
  } finally {
    database.close();
  }
}

/** Makes sure that a file, or what a folder lists, is on disk. Never for a database that is open: see fcntl(2), locks. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function whyNot(error: unknown, source: string, folder: string): string {
  const { code = '', message } = error as { code?: string; message: string };
  if (isDiskFull(folder, { code, message })) {
    return `the disk of ${folder} is full: no backup was made, and nothing was left there`;
  }
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return `nothing can be written into the folder ${folder}`;
  return code.startsWith('SQLITE_') ? whyUnusable(source, error) : message;
}
