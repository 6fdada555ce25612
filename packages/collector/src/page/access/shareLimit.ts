import type { Context } from 'hono';
import type { ClientPrefix } from '../../http/clientPrefix.ts';
import { Line } from '../../http/line.ts';
import { RateLimit } from '../../http/rateLimit.ts';

/** Openings a minute, of one network and of one share. */
const openingsOfOne = 60;
const openingsOfShare = 120;
/** All shared pages together: the rest is for people who are signed in. */
const madeAtOnce = 2;
const mostWaiting = 16;

/** Keeps those who hold a link from taking everybody's time: nobody knows who they are, and links get about. */
export class ShareLimit {
  readonly #one = new RateLimit(openingsOfOne);
  readonly #shares = new RateLimit(openingsOfShare);
  /** Where shared pages are made. */
  readonly line = new Line(madeAtOnce, mostWaiting);

  constructor(private readonly prefixes?: ClientPrefix) {}

  /** Counts an opening from a network, whatever it opens: whole seconds after which another is heard; 0 = this one is. */
  openFrom(c: Context, now: number): number {
    const prefix = this.prefixes?.of(c, now) ?? null;
    return prefix === null ? 0 : taken(this.#one, prefix, now);
  }

  /** As `openFrom`, of a share that there is. */
  openShare(token: string, now: number): number {
    return taken(this.#shares, token, now);
  }
}

function taken(limit: RateLimit, key: string, now: number): number {
  const wait = limit.wait(key, 1, now);
  if (wait === 0) limit.take(key, 1, now);
  return wait;
}
