import type { Context } from 'hono';
import type { ClientPrefix } from '../../http/clientPrefix.ts';
import { RateLimit } from '../../http/rateLimit.ts';

/** Failed sign-ins a minute, of one network and of all. Nobody guesses 256 bits: this is about what trying costs. */
const failuresOfOne = 20;
const failuresOfAll = 1_200;

const everybody = 'everybody';

/** Makes those wait who try tokens that are none; never whoever has a good one. */
export class SignInLimit {
  readonly #one = new RateLimit(failuresOfOne);
  readonly #all = new RateLimit(failuresOfAll);

  constructor(private readonly prefixes?: ClientPrefix) {}

  /** Whole seconds after which another failure is answered as one; 0 = now. */
  wait(c: Context, now: number): number {
    const prefix = this.#prefixOf(c, now);
    const own = prefix === null ? 0 : this.#one.wait(prefix, 1, now);
    return own || this.#all.wait(everybody, 1, now);
  }

  failed(c: Context, now: number): void {
    const prefix = this.#prefixOf(c, now);
    if (prefix !== null) this.#one.take(prefix, 1, now);
    this.#all.take(everybody, 1, now);
  }

  #prefixOf(c: Context, now: number): string | null {
    return this.prefixes?.of(c, now) ?? null;
  }
}
