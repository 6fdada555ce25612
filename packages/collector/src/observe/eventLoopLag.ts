/** How often the clock is looked at, in milliseconds. */
const everyMs = 20;

/** Later than this, whoever waits for an answer has other things to do; in milliseconds. */
const tooLateMs = 250;

/** One late look is a pause: of a machine that others use too, or of one piece of work. Two in a row are a load. */
const looksOfALoad = 2;

/** Watches how late the event loop comes to what is due: work for more than it has time for makes it late. */
export class EventLoopLag {
  #due = performance.now() + everyMs;
  #lateLooks = 0;
  readonly #timer = setInterval(() => {
    const now = performance.now();
    this.#lateLooks = this.#isLate(now) ? this.#lateLooks + 1 : 0;
    this.#due = now + everyMs;
  }, everyMs).unref();

  /** Whether it has been late for longer than a pause. */
  readonly isTooLong = (): boolean => this.#lateLooks + (this.#isLate(performance.now()) ? 1 : 0) >= looksOfALoad;

  #isLate(now: number): boolean {
    return now - this.#due > tooLateMs;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
