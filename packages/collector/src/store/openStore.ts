import { dirname } from 'node:path';
import { startWriter } from './sqlite/startWriter.ts';
import type { Store } from './store.ts';

type StoreOptions = NonNullable<Parameters<typeof import('./sqlite/openSqliteStore.ts').openSqliteStore>[1]>;

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
  options: StoreOptions = {},
): Promise<Store> {
  try {
    const starting = options.starting ?? startStore({ database });
    const { openSqliteStore } = await import('./sqlite/openSqliteStore.ts');
    return await openSqliteStore(database, { ...options, starting });
  } catch (error) {
    throw new Error(`${databaseSetting}: ${(error as Error).message}`, { cause: error });
  }
}

/** Lets the store's own thread open the file while the rest is still being loaded: `openStore` goes on with it. */
export function startStore({ database }: { database: string }): NonNullable<StoreOptions['starting']> {
  // What SQLite writes for a moment, the whole file at times, is as private as the file and has room beside it.
  process.env.SQLITE_TMPDIR ??= dirname(database);
  const starting = startWriter(database);
  // Whoever goes on with it hears of it.
  starting.catch(() => {});
  return starting;
}
