import { existsSync } from 'node:fs';
import type { Store } from './store.ts';

/** Backups that an erasure does not reach, by where they were made. */
export interface BackupsBefore {
  /** Paths of those that are still there. */
  found: string[];
  /** Paths of those that are not: deleted, or somewhere else by now. */
  elsewhere: string[];
}

/** Of whichever moment, all were made before it is asked. */
export async function backupsBefore(store: Pick<Store, 'listBackups'>): Promise<BackupsBefore> {
  const paths = (await store.listBackups()).map(({ path }) => path);
  return { found: paths.filter((path) => existsSync(path)), elsewhere: paths.filter((path) => !existsSync(path)) };
}
