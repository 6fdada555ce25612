import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Buckets beyond this are swept of those that are full again, so that memory stays bounded. */
const rememberedBuckets = 100_000;

/** A token bucket a key: a minute's worth at once, refilled evenly. */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param perMinute what one key may take in a minute; 0 = no limit */
  constructor(private readonly perMinute: number) {}

  get isLimited(): boolean {
    return this.perMinute > 0;
  }

  /** Takes from a key's bucket. Returns 0, or the whole seconds after which it would have enough. */
  take(key: string, amount: number, now: number): number {
    if (this.perMinute === 0) return 0;
    const perMs = this.perMinute / minuteMs;
    const known = this.#buckets.get(key);
    const tokens = known
      ? Math.min(this.perMinute, known.tokens + Math.max(0, now - known.at) * perMs)
      : this.perMinute;
    // A delivery larger than a whole bucket must still get through once the bucket is full.
    const needed = Math.min(amount, this.perMinute);
    if (tokens < needed) {
      this.#buckets.set(key, { tokens, at: now });
      return Math.max(1, Math.ceil((needed - tokens) / perMs / 1000));
    }
    this.#buckets.set(key, { tokens: tokens - needed, at: now });
    if (this.#buckets.size > rememberedBuckets) this.#sweep(now);
    return 0;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  #sweep(now: number): void {
    for (const [key, { at }] of this.#buckets) if (now - at >= minuteMs) this.#buckets.delete(key);
    // All of them busy at once is an attack from everywhere: start anew rather than grow.
    if (this.#buckets.size > rememberedBuckets) this.#buckets.clear();
  }
}

/** Stands for a network prefix (/24, or /64 of IPv6) for a day, and cannot be turned back into it. */
export class PrefixName {
  #day = -1;
  #key = randomBytes(32);

  of(address: string, now: number): string {
    const day = Math.floor(now / dayMs);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = randomBytes(32);
    }
    return createHmac('sha256', this.#key).update(prefixOf(address)).digest('base64url');
  }
}

export function prefixOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
