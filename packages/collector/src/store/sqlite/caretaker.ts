import type { Runner } from './answerRequests.ts';
import { openForWriting } from './openDatabase.ts';
import { damageIn } from './unusable.ts';

/** Pages of the WAL that wait to be copied into the file before the caretaker copies them. */
const waitingPages = 4_000;
const lookEveryMs = 250;

/** What is done for the file on a thread of its own, so that no delivery waits for it. */
export type CaretakerVerbs = ReturnType<typeof verbsOf>;

/**
 * Copies the WAL into the file whenever it has grown. It never waits for anybody nor makes anybody wait (PASSIVE); where
 * deliveries never pause, the WAL begins anew when the writer's own checkpoint, with little left to copy, catches up.
 *
 * @throws Error where the file cannot be opened
 */
export function createCaretaker(file: string): Runner {
  const connection = openForWriting(file);
  const verbs = verbsOf(connection);
  const looking = setInterval(() => {
    try {
      const [wal] = connection.pragma('wal_checkpoint(NOOP)') as [{ log: number; checkpointed: number }];
      if (wal.log - wal.checkpointed >= waitingPages) connection.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // A full or failing disk shows in the next write, where somebody hears of it; here it is tried again.
    }
  }, lookEveryMs);
  return {
    run(verb) {
      if (verb === 'check') return verbs.check();
      clearInterval(looking);
      connection.close();
    },
  };
}

const verbsOf = (connection: ReturnType<typeof openForWriting>) => ({
  /** What is wrong with the file, in one line; `null`: nothing. Reads all of it. */
  check: () => damageIn(connection),
});
