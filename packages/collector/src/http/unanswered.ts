import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The answers that each connection still waits for. */
export class Unanswered {
  readonly #open = new WeakMap<Duplex, Set<ServerResponse>>();

  /** One more; how many there are now. */
  add(socket: Duplex, response: ServerResponse): number {
    const open = this.#open.get(socket) ?? new Set();
    this.#open.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
    return open.size;
  }

  /** Whether a part of one has gone out: whatever is written now would stand in the middle of it. */
  isAnswering(socket: Duplex): boolean {
    return [...(this.#open.get(socket) ?? [])].some(({ headersSent }) => headersSent);
  }
}
