/** How often the clock is looked at, in milliseconds. */
const everyMs = 20;

/** Later than this, whoever waits for an answer has other things to do; in milliseconds. */
const tooLateMs = 250;

/** Watches how late the event loop comes to what is due: work for more than it has time for makes it late. */
export class EventLoopLag {
  #due = performance.now() + everyMs;
  #lateMs = 0;
  readonly #timer = setInterval(() => {
    const now = performance.now();
    this.#lateMs = now - this.#due;
    this.#due = now + everyMs;
  }, everyMs).unref();

  /** Whether it was late the last time, or is now. */
  readonly isTooLong = (): boolean => Math.max(this.#lateMs, performance.now() - this.#due) > tooLateMs;

  stop(): void {
    clearInterval(this.#timer);
  }
}
