import { open, rm } from 'node:fs/promises';
import { roomForBatch } from './fullDisk.ts';

/**
 * Why the disk of a file does not take another batch; `null`: it does. Found out by writing one beside it: a single page may still fit where
 * no delivery does.
 */
export async function whyNoRoomBeside(file: string): Promise<string | null> {
  const probe = `${file}.probe-${process.pid}`;
  try {
    const handle = await open(probe, 'w');
    try {
      await handle.writeFile(Buffer.alloc(roomForBatch));
      await handle.sync();
      return null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' ? 'the disk is full' : `the disk cannot be written (${code})`;
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
