import { open, rm } from 'node:fs/promises';

/** What a full batch of deliveries may take, in bytes. */
const roomForBatch = 1024 * 1024;

/**
 * Whether the disk of a file takes another batch, found out by writing one beside it: a single page may still fit where
 * no delivery does.
 */
export async function hasRoomBeside(file: string): Promise<boolean> {
  const probe = `${file}.probe-${process.pid}`;
  try {
    const handle = await open(probe, 'w');
    try {
      await handle.writeFile(Buffer.alloc(roomForBatch));
      await handle.sync();
      return true;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
