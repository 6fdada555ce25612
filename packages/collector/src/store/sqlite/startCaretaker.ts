import { statSync } from 'node:fs';
import type { CaretakerVerbs } from './caretaker.ts';
import { checkApart, NoProcess } from './checkApart.ts';
import { StoreThread } from './storeThread.ts';
import type { WriterGate } from './writerGate.ts';

/** A file of no more bytes than this is checked before anything else: that takes no longer than starting does. */
const smallFile = 16 * 1024 * 1024;

/** Who takes care of the file while a server runs. */
export interface Caretaker {
  /** Resolves when the file has been checked, or never will be. */
  checked: Promise<void>;
  /** Ends the check, wherever it is, and the thread. */
  close(): Promise<void>;
}

/**
 * Starts the thread that takes care of the file, with a check of all of it; the writer's gate is shut meanwhile.
 *
 * @throws Error with one clear line where a small file is damaged; a large one's damage breaks the store later
 */
export async function startCaretaker(file: string, writer: WriterGate): Promise<Caretaker> {
  // The writer has nothing else to do until this thread runs.
  const checkOfSmall = statSync(file).size <= smallFile ? writer.checkFile() : null;
  checkOfSmall?.catch(() => {});
  let thread: StoreThread<CaretakerVerbs> | null = null;
  try {
    const opened = await StoreThread.open<CaretakerVerbs>('caretaker', file);
    thread = opened;
    const stopping = new AbortController();
    const close = () => {
      stopping.abort();
      return opened.close();
    };
    if (checkOfSmall) {
      const checked = writer.shutDuring(checkOfSmall);
      const damage = await checkOfSmall;
      if (damage === null) return { checked, close };
      throw new Error(damage);
    }
    const check = checkApart(file, stopping.signal).catch((error) => {
      if (error instanceof NoProcess) return opened.call('check', []);
      throw error;
    });
    return { checked: writer.shutDuring(check), close };
  } catch (error) {
    await thread?.close();
    await writer.close();
    throw error;
  }
}
