import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Misused } from '../exit.ts';
import { errorColumn, idColumn, lineColumn } from './sourceRow.ts';

/** answers.csv → answers.rejects.csv, beside it */
export function defaultRejectsPath(file: string, format: 'csv' | 'ndjson'): string {
  const extension = extname(file);
  const isKnown = /^\.(csv|tsv|txt|ndjson|jsonl|json)$/i.test(extension);
  return `${isKnown ? file.slice(0, -extension.length) : file}.rejects.${format}`;
}

/**
 * Makes sure that rejects can be written to a path, and that nothing is lost by it but a former run's rejects.
 *
 * @throws Misused
 */
export function checkRejectsPath(path: string, file: string, database: string): void {
  const files = ['', '-wal', '-shm', '-journal'].map((ending) => `${canonical(database)}${ending}`);
  for (const other of [file, ...files]) {
    if (isSameFile(path, other)) throw new Misused(`--rejects ${path} would write over ${other}`);
  }
  const stats = statSync(path, { throwIfNoEntry: false });
  try {
    if (stats) checkFile(path, stats);
    else accessSync(dirname(path), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Misused(
      `rejects cannot be written to ${path}: ${(error as Error).message}; name another file with --rejects`,
    );
  }
}

/** @throws Error where this is not to be written over */
function checkFile(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new Error('it is no file');
  if (stats.size > 0 && !isRejectsFile(path)) throw new Error('there is another file already');
  accessSync(path, constants.W_OK);
}

/** Where a path leads, whether there is a file or not yet. */
function canonical(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}

function isSameFile(a: string, b: string): boolean {
  if (canonical(a) === canonical(b)) return true;
  const [left, right] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return left !== undefined && left.dev === right?.dev && left.ino === right.ino;
}

/** A header or a first line is not longer than this, in bytes. */
const longestStart = 2 * 1024 * 1024;

const header = new RegExp(`(.)${lineColumn}\\1${errorColumn}\\1${idColumn}\r?\n`);
const firstLine = new RegExp(`^\ufeff?\\{.*"${lineColumn}":\\d+,"${errorColumn}":".*\\}\n`);

/** Whether a file was written by `RejectsFile`. */
function isRejectsFile(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(longestStart);
    const start = bytes.toString('utf8', 0, readSync(file, bytes));
    return firstLine.test(start) || (!/^\ufeff?\{/.test(start) && header.test(start));
  } finally {
    closeSync(file);
  }
}
