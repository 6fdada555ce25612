const minuteMs = 60_000;

/** More keys than this are not remembered one by one: what comes beyond shares one bucket. */
const rememberedKeys = 100_000;

/** How many buckets are looked at to make room for a new one. */
const lookedAt = 8;

/** The bucket of all keys that there is no room for. */
const everybodyElse = '';

interface Bucket {
  tokens: number;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * A token bucket a key: a minute's worth at once, refilled evenly. A bucket that is full again is the same as none, so
 * only those are forgotten: nobody can make others' buckets, or their own, full by coming from everywhere.
 */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  /** Goes round all buckets; kept, because a Map is walked anew through all that was ever deleted at its start. */
  #hand = this.#buckets.entries();

  /** @param perMinute what one key may take in a minute; 0 = no limit */
  constructor(readonly perMinute: number) {}

  get isNone(): boolean {
    return this.perMinute === 0;
  }

  /** 0 where a key's bucket has enough, else the whole seconds after which it would. Takes nothing. */
  wait(key: string, amount: number, now: number): number {
    if (this.perMinute === 0) return 0;
    const missing = this.#needed(amount) - this.#tokens(this.#buckets.get(this.#keyOf(key, now)), now);
    return missing > 0 ? Math.max(1, Math.ceil((missing / this.perMinute) * 60)) : 0;
  }

  /** Takes from a key's bucket what `wait` has found there. */
  take(key: string, amount: number, now: number): void {
    if (this.perMinute === 0) return;
    const known = this.#keyOf(key, now);
    const tokens = this.#tokens(this.#buckets.get(known), now) - this.#needed(amount);
    this.#buckets.set(known, { tokens: Math.max(0, tokens), at: now });
  }

  /** What a key may still take now. */
  left(key: string, now: number): number {
    return this.#tokens(this.#buckets.get(this.#keyOf(key, now)), now);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  #tokens(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return this.perMinute;
    return Math.min(this.perMinute, bucket.tokens + (Math.max(0, now - bucket.at) * this.perMinute) / minuteMs);
  }

  /** A delivery larger than a whole bucket must still get through once the bucket is full. */
  #needed(amount: number): number {
    return Math.min(amount, this.perMinute);
  }

  #keyOf(key: string, now: number): string {
    if (this.#buckets.has(key) || this.#buckets.size < rememberedKeys) return key;
    this.#forgetFull(now);
    return this.#buckets.size < rememberedKeys ? key : everybodyElse;
  }

  /** Looks at a few buckets and no more, the next ones next time: an attack must not make a request look at all. */
  #forgetFull(now: number): void {
    for (let looked = 0; looked < lookedAt; looked++) {
      const next = this.#hand.next();
      if (next.done) {
        this.#hand = this.#buckets.entries();
        return;
      }
      const [key, bucket] = next.value;
      if (this.#tokens(bucket, now) >= this.perMinute) this.#buckets.delete(key);
    }
  }
}
