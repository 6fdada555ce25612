import { QueueFull, StoreUnavailable } from '../store/store.ts';

/** As many items go into one transaction at the most: by then, what a transaction costs is spread over enough of them. */
const maximumBatch = 512;

/** More items than this do not wait, some tenths of a second's work: the collector sheds before memory grows. */
const maximumWaiting = 4_096;

/** Where the first that waits has waited for longer, in milliseconds, whoever came now would wait as long and more. */
const maximumWaitMs = 300;

interface Entry<Item, Result> {
  items: Item[];
  /** On the queue's clock. */
  since: number;
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

  /** @param now a clock in milliseconds that never goes back */
  constructor(
    private readonly commit: (items: Item[]) => Promise<Result[]>,
    private readonly now = () => performance.now(),
  ) {}

  /** How many items wait. */
  get length(): number {
    return this.#waitingItems;
  }

  /**
   * Resolves with one result an item once all of them are committed durably, in one transaction.
   *
   * @throws StoreUnavailable where too much waits already, or the store cannot take them
   */
  push(items: Item[]): Promise<Result[]> {
    const since = this.now();
    const isLate = since - (this.#waiting[0]?.since ?? since) > maximumWaitMs;
    if (isLate || this.#waitingItems + items.length > maximumWaiting) {
      return Promise.reject(new QueueFull('too much waits to be written'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, since, resolve, reject });
      this.#waitingItems += items.length;
      if (!this.#committing) this.#commitNext();
    });
  }

  #commitNext(): void {
    this.#committing = this.#waiting.length > 0;
    if (!this.#committing) return;
    const batch = this.#nextBatch();
    // The next batch is on its way before anybody hears of this one: the writer need not wait for answers to be written.
    this.commit(itemsOf(batch)).then(
      (results) => {
        this.#commitNext();
        acknowledge(batch, results);
      },
      async (error) => {
        await this.#commitSingly(batch, error);
        this.#commitNext();
      },
    );
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

  /**
   * One entry may have spoiled the batch for the others: each is tried by itself. Not where the store takes nothing
   * now: every try would wait for it anew.
   */
  async #commitSingly(batch: Entry<Item, Result>[], error: unknown): Promise<void> {
    const isHopeless = batch.length === 1 || error instanceof StoreUnavailable;
    for (const entry of batch) {
      if (isHopeless) entry.reject(error);
      else await this.commit(entry.items).then(entry.resolve, entry.reject);
    }
  }
}

const itemsOf = <Item, Result>(batch: Entry<Item, Result>[]): Item[] =>
  batch.length === 1 ? (batch[0] as Entry<Item, Result>).items : batch.flatMap(({ items }) => items);

function acknowledge<Item, Result>(batch: Entry<Item, Result>[], results: Result[]): void {
  let place = 0;
  for (const { items, resolve } of batch) {
    resolve(results.slice(place, place + items.length));
    place += items.length;
  }
}
