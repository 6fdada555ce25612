import { StoreUnavailable } from '../store/store.ts';

/** As many items go into one transaction at the most, as the design's prototype had it; to be measured with bench/ingest. */
const maximumBatch = 512;

/** More items than this do not wait: the collector sheds before memory grows. */
const maximumWaiting = 20_000;

interface Entry<Item, Result> {
  items: Item[];
  resolve(results: Result[]): void;
  reject(error: unknown): void;
}

/**
 * Natural batching: whatever waits when the writer is free becomes one transaction, and is acknowledged after its
 * commit. No timer: a window of 1–5 ms made it two to three times slower.
 */
export class CommitQueue<Item, Result> {
  #waiting: Entry<Item, Result>[] = [];
  #waitingItems = 0;
  #committing = false;

  constructor(private readonly commit: (items: Item[]) => Promise<Result[]>) {}

  /**
   * Resolves with one result an item once all of them are committed durably, in one transaction.
   *
   * @throws StoreUnavailable where too much waits already, or the store cannot take them
   */
  push(items: Item[]): Promise<Result[]> {
    if (this.#waitingItems + items.length > maximumWaiting) {
      return Promise.reject(new StoreUnavailable('too much waits to be written'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      this.#waitingItems += items.length;
      if (!this.#committing) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#committing = true;
    while (this.#waiting.length > 0) await this.#commitBatch(this.#nextBatch());
    this.#committing = false;
  }

  #nextBatch(): Entry<Item, Result>[] {
    let size = 0;
    let entries = 0;
    for (const { items } of this.#waiting) {
      if (entries > 0 && size + items.length > maximumBatch) break;
      size += items.length;
      entries++;
    }
    this.#waitingItems -= size;
    return this.#waiting.splice(0, entries);
  }

  async #commitBatch(batch: Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await this.commit(batch.flatMap(({ items }) => items));
      let place = 0;
      for (const { items, resolve } of batch) {
        resolve(results.slice(place, place + items.length));
        place += items.length;
      }
    } catch (error) {
      // One entry may have spoiled the batch for the others: each is tried by itself. Not where the store takes nothing
      // now: every try would wait for it anew.
      if (batch.length === 1 || error instanceof StoreUnavailable) for (const { reject } of batch) reject(error);
      else for (const entry of batch) await this.#commitBatch([entry]);
    }
  }
}
