import { existsSync } from 'node:fs';
import { type Config, type ConfigFlags, readConfig } from '../config.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';
import { Failed } from './exit.ts';

/**
 * Opens the configured store for one command, and closes it however the command ends.
 *
 * @param create whether the command may be the first on a new file; otherwise a mistyped name would look empty
 * @throws Failed where there is no database
 */
export async function withStore<T>(
  flags: ConfigFlags,
  run: (store: Store, config: Config) => Promise<T>,
  create = false,
): Promise<T> {
  const config = readConfig(process.env, flags);
  if (!create && !existsSync(config.database)) throw new Failed(`there is no database at ${config.database}`);
  const store = await openStore(config);
  try {
    return await run(store, config);
  } finally {
    await store.close();
  }
}
