import { StoreThread } from './storeThread.ts';
import { ensureUsable } from './unusable.ts';
import type { Verbs } from './writer.ts';

/**
 * Starts the thread that owns the only connection that writes; it opens the file, and brings its schema up to date.
 *
 * @param file created, with its folder, where there is none
 * @returns rejects with an Error of one clear line where the file cannot be used
 */
export async function startWriter(file: string): Promise<StoreThread<Verbs>> {
  ensureUsable(file);
  return StoreThread.open<Verbs>('writer', file);
}
