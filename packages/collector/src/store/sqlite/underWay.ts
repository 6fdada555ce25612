import { StoreUnavailable } from '../storeUnavailable.ts';

/** Lets so much be under way at once, and refuses what comes beyond: it would be waited for when nobody waits any more. */
export class UnderWay {
  #count = 0;

  constructor(private readonly most: number) {}

  /** @throws StoreUnavailable */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#count >= this.most) throw new StoreUnavailable('too much is read at once');
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
    }
  }
}
