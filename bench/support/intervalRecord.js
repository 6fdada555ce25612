/** Counts how often intervals held the truth, and which way they missed it. */
export class IntervalRecord {
  #truth;
  #count = 0;
  #above = 0;
  #below = 0;
  #width = 0;

  constructor(truth) {
    this.#truth = truth;
  }

  /** Intervals that were added. */
  get count() {
    return this.#count;
  }

  add({ low, high }) {
    this.#count += 1;
    this.#width += high - low;
    if (this.#truth < low) this.#below += 1;
    if (this.#truth > high) this.#above += 1;
  }

  /** Shares of the intervals that were added; `error` is the Monte-Carlo standard error of `coverage`. */
  report() {
    const coverage = 1 - (this.#below + this.#above) / this.#count;
    return {
      coverage: rounded(coverage, 4),
      error: rounded(Math.sqrt((coverage * (1 - coverage)) / this.#count), 4),
      truthBelow: rounded(this.#below / this.#count, 4),
      truthAbove: rounded(this.#above / this.#count, 4),
      width: rounded(this.#width / this.#count, 2),
    };
  }
}

/** A figure with as many decimals as the simulation supports. */
export const rounded = (figure, decimals) => Number(figure.toFixed(decimals));
