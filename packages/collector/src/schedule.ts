import type { Logger } from 'pino';
import type { Store } from './store/store.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

interface Task {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

const tasks = (store: Store): Task[] => [
  {
    name: 'retention',
    everyMs: hourMs,
    run: async () => {
      const failures: unknown[] = [];
      // What one site cannot do now, the others still can.
      for (const { id } of await store.listSites()) await store.retire(id).catch((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  },
  { name: 'scrubbing', everyMs: dayMs, run: () => store.scrub() },
];

/** Runs each task now and then every so often; returns what stops them. A task that fails is tried again next time. */
export function startSchedule(store: Store, log: Logger): () => void {
  let isStopped = false;
  const timers = tasks(store).map(({ name, everyMs, run }) => {
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
