import type { Logger } from 'pino';
import { quickToWrite } from './store/rewriteSizes.ts';
import type { Store } from './store/store.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

interface Task {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

const tasks = (store: Store, log: Logger): Task[] => [
  {
    name: 'retention',
    everyMs: hourMs,
    run: async () => void (await store.retire()),
  },
  {
    name: 'scrubbing',
    everyMs: dayMs,
    run: async () => {
      if (!(await store.scrub(quickToWrite))) {
        log.warn('traces of what was deleted may be left in the file; vivencia scrub removes them');
      }
    },
  },
  { name: 'notes', everyMs: dayMs, run: () => store.forgetNotes(Date.now()) },
  // What a stop or a kill interrupted.
  { name: 'merging', everyMs: hourMs, run: () => store.finishMerges() },
];

/** Runs each task now and then every so often; returns what stops them. A task that fails is tried again next time. */
export function startSchedule(store: Store, log: Logger): () => void {
  let isStopped = false;
  const timers = tasks(store, log).map(({ name, everyMs, run }) => {
    const attempt = () =>
      run().catch((error: Error) => {
        // The store is about to close under it.
        if (!isStopped) log.error({ err: error, task: name }, 'a task failed');
      });
    void attempt();
    return setInterval(attempt, everyMs);
  });
  return () => {
    isStopped = true;
    timers.forEach(clearInterval);
  };
}
