import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import { createWriter } from './writer.ts';

/** What is asked of the writer, and what it says. `progress` may come any number of times before the answer. */
export interface WriterRequest {
  call: number;
  verb: string;
  args: unknown[];
}
export type WriterReply =
  | { ready: true }
  | { failed: string }
  | { call: number; result: unknown }
  | { call: number; error: { message: string; code: string | null } }
  | { call: number; progress: [done: number, total: number] };

const port = parentPort as MessagePort;
const reply = (message: WriterReply) => port.postMessage(message);

try {
  const writer = createWriter((workerData as { file: string }).file, Date.now);
  port.on('message', ({ call, verb, args }: WriterRequest) => {
    try {
      const progress = (done: number, total: number) => reply({ call, progress: [done, total] });
      reply({ call, result: writer.run(verb, args, progress) });
    } catch (error) {
      reply({ call, error: { message: (error as Error).message, code: (error as { code?: string }).code ?? null } });
    }
    if (verb === 'close') port.close();
  });
  reply({ ready: true });
} catch (error) {
  reply({ failed: (error as Error).message });
  port.close();
}
