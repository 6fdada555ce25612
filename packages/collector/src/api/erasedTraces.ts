import type { Logger } from 'pino';
import { quickToWrite, writtenAtOnce } from '../store/rewriteSizes.ts';
import type { Store } from '../store/store.ts';

/** While a larger file is written anew deliveries wait, so that is done no more often, in milliseconds. */
const pauseMs = 60_000;

/**
 * Removes the traces that erased answers may leave in the file. A small file is written anew at once, a larger one too,
 * unless that was done a moment ago: then a little later, for all that was erased meanwhile.
 */
export class ErasedTraces {
  #lastAt = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Pick<Store, 'scrub'>,
    private readonly log: Logger,
  ) {}

  /** Resolves also where traces may be left: what was erased is erased, and the clock tries again every day. */
  async remove(): Promise<void> {
    try {
      if (await this.store.scrub(writtenAtOnce)) return;
      const wait = this.#lastAt + pauseMs - performance.now();
      if (wait <= 0) await this.#removeNow();
      else this.#later ??= setTimeout(() => this.#removeNow().catch(this.#tell), wait).unref();
    } catch (error) {
      this.#tell(error as Error);
    }
  }

  async #removeNow(): Promise<void> {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#lastAt = performance.now();
    if (!(await this.store.scrub(quickToWrite))) {
      this.log.warn('traces of what was erased may be left in the file; vivencia scrub removes them');
    }
  }

  readonly #tell = (error: Error) => this.log.warn({ err: error }, 'traces of what was erased may be left in the file');
}
