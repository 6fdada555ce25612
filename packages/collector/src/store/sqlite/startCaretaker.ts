import { statSync } from 'node:fs';
import type { CaretakerVerbs } from './caretaker.ts';
import { StoreThread } from './storeThread.ts';
import type { WriterGate } from './writerGate.ts';

/** A file of no more bytes than this is checked before anything else: that takes no longer than starting does. */
const smallFile = 16 * 1024 * 1024;

/**
 * Starts the thread that takes care of the file, with a check of all of it; the writer's gate is shut meanwhile.
 *
 * @throws Error with one clear line where a small file is damaged; a large one's damage breaks the store later
 */
export async function startCaretaker(file: string, writer: WriterGate) {
  let thread: StoreThread<CaretakerVerbs> | null = null;
  try {
    thread = await StoreThread.open<CaretakerVerbs>('caretaker', file);
    const check = thread.call('check', []);
    const checked = writer.shutDuring(check);
    if (statSync(file).size > smallFile) return { thread, checked };
    const damage = await check;
    if (damage === null) return { thread, checked };
    throw new Error(damage);
  } catch (error) {
    await thread?.close();
    await writer.close();
    throw error;
  }
}
