import { tooMuchAtOnce } from '../http/answerError.ts';
import type { Metrics } from '../observe/metrics.ts';

/**
 * So many bytes of deliveries are worked on at a time: a tenth or two of a second's work. What more is taken only waits,
 * in memory, and makes all others wait as long.
 */
const maximumBytes = 512 * 1024;

/** The work that has been taken on and not been answered; what it takes no more of is shed before it is parsed. */
export class Intake {
  #bytes = 0;

  constructor(private readonly metrics: Metrics) {
    metrics.watch('intake_bytes', 'Bytes of deliveries that are worked on.', () => this.#bytes);
  }

  /**
   * What `work` does with a body of so many bytes.
   *
   * @throws Refusal store_unavailable where there is too much to do already
   */
  async take<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#bytes + bytes > maximumBytes) {
      this.metrics.dropped('intake_full');
      throw tooMuchAtOnce();
    }
    this.#bytes += bytes;
    try {
      return await work();
    } finally {
      this.#bytes -= bytes;
    }
  }
}
