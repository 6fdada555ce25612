import { StoreUnavailable } from '../store/storeUnavailable.ts';

/** Lets a few in at once; some may wait, and whoever comes then is sent away. */
export class Line {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /**
   * @param isGone whether nobody wants it any more when its turn has come
   * @throws StoreUnavailable where too many wait
   */
  async run<T>(work: () => Promise<T>, isGone: () => boolean): Promise<T> {
    await this.#turn();
    try {
      if (isGone()) throw new StoreUnavailable('whoever asked has left');
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside--;
    }
  }

  async #turn(): Promise<void> {
    if (this.#inside < this.atOnce) {
      this.#inside++;
      return;
    }
    if (this.#waiting.length >= this.mostWaiting) throw new StoreUnavailable('too many wait');
    // Whoever leaves hands over their place.
    await new Promise<void>((enter) => this.#waiting.push(enter));
  }
}
