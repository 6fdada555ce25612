import { stat } from 'node:fs/promises';

const lookEveryMs = 1_000;

/** No file has this name. */
const nothing = 'nothing';

/**
 * Tells, within a second, when an open database is not found under its names any more, and when it is again: SQLite goes
 * on writing into a file that was deleted, moved or replaced, and what it writes there is lost with it.
 *
 * @param tell why nothing may be written; `null`: it may again
 * @returns what ends it
 */
export async function watchPlace(file: string, tell: (reason: string | null) => void): Promise<() => void> {
  const opened = new Map<string, string>();
  const strayed = async (path: string): Promise<boolean> => {
    const found = await identityOf(path);
    const before = opened.get(path);
    if (before === undefined && found !== nothing) opened.set(path, found);
    return before !== undefined && found !== before;
  };
  const why = async (): Promise<string | null> => {
    for (const path of [file, `${file}-wal`]) {
      if (await strayed(path)) {
        return `${path} was deleted, moved or replaced while the server ran: nothing is kept (docs/operate.md says what to do)`;
      }
    }
    return null;
  };
  let told = await why();
  const looking = setInterval(async () => {
    // Where the file system says nothing, nothing is known to have changed.
    const reason = await why().catch(() => told);
    if (reason === told) return;
    told = reason;
    tell(reason);
  }, lookEveryMs).unref();
  return () => clearInterval(looking);
}

async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  }
}
