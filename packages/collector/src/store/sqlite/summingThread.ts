import { StoreUnavailable } from '../storeUnavailable.ts';
import type { ReaderVerbs } from './reader.ts';
import { StoreThread } from './storeThread.ts';
import { UnderWay } from './underWay.ts';

/** All that pages, shared ones and backends ask for at once, as each of them lets a few in; more is a mistake of ours. */
const mostSums = 32;

/** The thread that sums, which may take seconds: started when it is first needed, and again where it broke. */
export class SummingThread {
  readonly #sums = new UnderWay(mostSums);
  #thread: Promise<StoreThread<ReaderVerbs>> | null = null;
  #isClosed = false;

  constructor(private readonly file: string) {}

  /** @throws StoreUnavailable where it cannot be started, or too many wait */
  async sum<V extends keyof ReaderVerbs & string>(verb: V, ...args: Parameters<ReaderVerbs[V]>) {
    return this.#sums.run(async () => (await this.started()).call(verb, args));
  }

  async started(): Promise<StoreThread<ReaderVerbs>> {
    if (this.#isClosed) throw new StoreUnavailable('the store is closed');
    this.#thread ??= this.#start();
    return this.#thread;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    // One that could not be opened has told whoever asked for it, and has nothing to close.
    const thread = await this.#thread?.catch(() => null);
    await thread?.close();
  }

  async #start(): Promise<StoreThread<ReaderVerbs>> {
    try {
      const thread = await StoreThread.open<ReaderVerbs>('reader', this.file);
      // Nothing is lost with it: whoever needs it next starts another.
      void thread.broken.then(() => {
        this.#thread = null;
      });
      return thread;
    } catch (error) {
      this.#thread = null;
      throw new StoreUnavailable((error as Error).message);
    }
  }
}
