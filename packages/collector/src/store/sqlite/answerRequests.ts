import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../progress.ts';
import { isDamage, isStoreState, whyUnusable } from './unusable.ts';

/** What is asked of a thread, and what it says. `progress` may come any number of times before the answer. */
export interface ThreadRequest {
  call: number;
  verb: string;
  args: unknown[];
}
export type ThreadReply =
  | { ready: true }
  | { failed: string }
  | { call: number; result: unknown }
  | { call: number; error: { message: string; is: 'mistake' | 'unavailable' | 'damaged' } }
  | { call: number; progress: [done: number, total: number] };

/** Who does a thread's work. */
export interface Runner {
  /** The verb `close` lets go of the file; it is the last. */
  run(verb: string, args: unknown[], progress: Progress): unknown;
}

/** Call on a thread: opens the file that it was given, then answers requests one after the other until `close`. */
export function answerRequests(open: (file: string) => Runner): void {
  const port = parentPort as MessagePort;
  const reply = (message: ThreadReply) => port.postMessage(message);
  const { file } = workerData as { file: string };
  try {
    const runner = open(file);
    port.on('message', ({ call, verb, args }: ThreadRequest) => {
      try {
        const progress = (done: number, total: number) => reply({ call, progress: [done, total] });
        reply({ call, result: runner.run(verb, args, progress) });
      } catch (error) {
        reply({ call, error: said(file, error) });
      }
      if (verb === 'close') port.close();
    });
    reply({ ready: true });
  } catch (error) {
    reply({ failed: whyUnusable(file, error) });
    port.close();
  }
}

function said(file: string, error: unknown) {
  if (!isStoreState(error)) return { message: (error as Error).message, is: 'mistake' as const };
  return { message: whyUnusable(file, error), is: isDamage(error) ? ('damaged' as const) : ('unavailable' as const) };
}
