import { dirname } from 'node:path';
import { openSqliteStore } from './sqlite/openSqliteStore.ts';
import type { Store } from './store.ts';

/**
 * The store that a configuration names; nothing else names a concrete one. It stands apart from `main`, so that a
 * command does not load the server.
 *
 * @param database path of the SQLite file
 * @param databaseSetting what whoever configured it calls the file
 * @param options for a server, see `openSqliteStore`
 * @throws Error with one line that names the setting where it cannot be used
 */
export async function openStore(
  { database, databaseSetting }: { database: string; databaseSetting: string },
  options?: Parameters<typeof openSqliteStore>[1],
): Promise<Store> {
  // What SQLite writes for a moment, the whole file at times, is as private as the file and has room beside it.
  process.env.SQLITE_TMPDIR ??= dirname(database);
  try {
    return await openSqliteStore(database, options);
  } catch (error) {
    throw new Error(`${databaseSetting}: ${(error as Error).message}`, { cause: error });
  }
}
