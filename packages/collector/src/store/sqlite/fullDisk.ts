import { statfsSync } from 'node:fs';

/** What a full batch of deliveries may take, in bytes. */
export const roomForBatch = 1024 * 1024;

/** A full disk under another name: no room for the log's index, or a transaction that SQLite has rolled back by itself. */
const mayBeFull = (code: string, message: string) =>
  /^SQLITE_(IOERR|CANTOPEN)/.test(code) || message.startsWith('cannot rollback');

/** Whether something could not be written because a folder's disk is full. */
export function isDiskFull(folder: string, { code = '', message }: { code?: string; message: string }): boolean {
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return true;
  return mayBeFull(code, message) && roomIn(folder) < roomForBatch;
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
