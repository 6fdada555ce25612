import { type Config, type ConfigFlags, readConfig } from '../config.ts';
import { openStore } from '../main.ts';
import type { Store } from '../store/store.ts';

/** Opens the configured store for one command, and closes it however the command ends. */
export async function withStore<T>(flags: ConfigFlags, run: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, flags);
  const store = await openStore(config);
  try {
    return await run(store, config);
  } finally {
    await store.close();
  }
}
