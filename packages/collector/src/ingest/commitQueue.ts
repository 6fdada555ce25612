import { StoreUnavailable } from '../store/storeUnavailable.ts';

/**
 * So many items do not wait for more to come: the writer works on them while the next are read. Where all that 64
 * connections sent went as one transaction, the writer waited for the reading and the reading for the writer.
 */
const worthWriting = 16;

/** So many transactions may be under way: when one is written, the writer has the next at hand. */
const maximumUnderWay = 3;

/** As many items go into one transaction at the most: by then, what a transaction costs is spread over enough of them. */
const maximumBatch = 512;

interface Entry<Item, Result> {
  items: Item[];
  resolve(results: Result[]): void;
  reject(error: unknown): void;
}

/**
 * Natural batching: what is read in one turn of the event loop becomes one transaction, or a few, and where the writer
 * does not keep up whatever waits becomes one; it is acknowledged after its commit. No timer: a window of 1–5 ms made it
 * two to three times slower.
 */
export class CommitQueue<Item, Result> {
  #waiting: Entry<Item, Result>[] = [];
  #waitingItems = 0;
  #underWay = 0;
  #turnEnds: NodeJS.Immediate | null = null;

  constructor(private readonly commit: (items: Item[]) => Promise<Result[]>) {}

  /** How many items wait. */
  get length(): number {
    return this.#waitingItems;
  }

  /**
   * Resolves with one result an item once all of them are committed durably, in one transaction.
   *
   * @throws StoreUnavailable where the store cannot take them
   */
  push(items: Item[]): Promise<Result[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      this.#waitingItems += items.length;
      if (this.#waitingItems >= worthWriting) this.#commitNext();
      else this.#turnEnds ??= setImmediate(() => this.#commitNext());
    });
  }

  #commitNext(): void {
    if (this.#turnEnds) clearImmediate(this.#turnEnds);
    this.#turnEnds = null;
    if (this.#waiting.length === 0 || this.#underWay === maximumUnderWay) return;
    this.#underWay++;
    const batch = this.#nextBatch();
    const next = () => {
      this.#underWay--;
      this.#commitNext();
    };
    // The next batch is on its way before anybody hears of this one: the writer need not wait for answers to be written.
    this.commit(itemsOf(batch)).then(
      (results) => {
        next();
        acknowledge(batch, results);
      },
      (error) => this.#commitSingly(batch, error).then(next),
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
