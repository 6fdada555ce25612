import { responseLimits } from '@vivencia/contract/response';
import { tooMuchAtOnce } from '../http/answerError.ts';
import type { Metrics } from '../observe/metrics.ts';

/**
 * So many bytes of deliveries are worked on at a time: a tenth or two of a second's work. What more is taken only waits,
 * and makes all others wait as long.
 */
const workBytes = 512 * 1024;

/**
 * So many bytes of bodies may be on their way, by what they announce: far more, because a body may take 15 s to come, and
 * who sends slowly must not keep out who does not.
 */
const arrivingBytes = 128 * 1024 * 1024;

/** What has been taken on and not been answered; what there is no room for is shed before it costs anything. */
export class Intake {
  readonly #arriving = new Room(arrivingBytes);
  readonly #work = new Room(workBytes);

  constructor(private readonly metrics: Metrics) {
    metrics.watch('intake_bytes', 'Bytes of deliveries that are worked on.', () => this.#work.held);
    metrics.watch('intake_arriving_bytes', 'Announced bytes of deliveries that are read.', () => this.#arriving.held);
  }

  /**
   * The body that `read` reads.
   *
   * @param announced its content-length; without one it may be as long as any
   * @throws Refusal store_unavailable where too many are on their way already
   */
  receive(announced: string | undefined, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    // What is announced to be longer is refused before it is read.
    return this.#within(this.#arriving, Math.min(Number(announced) || Infinity, responseLimits.bodyBytes), read);
  }

  /**
   * What `work` does with a body of so many bytes.
   *
   * @throws Refusal store_unavailable where there is too much to do already
   */
  take<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    return this.#within(this.#work, bytes, work);
  }

  async #within<T>(room: Room, bytes: number, run: () => Promise<T>): Promise<T> {
    if (!room.enter(bytes)) {
      this.metrics.dropped('intake_full');
      throw tooMuchAtOnce();
    }
    try {
      return await run();
    } finally {
      room.leave(bytes);
    }
  }
}

class Room {
  held = 0;

  constructor(private readonly maximum: number) {}

  enter(bytes: number): boolean {
    if (this.held + bytes > this.maximum) return false;
    this.held += bytes;
    return true;
  }

  leave(bytes: number): void {
    this.held -= bytes;
  }
}
