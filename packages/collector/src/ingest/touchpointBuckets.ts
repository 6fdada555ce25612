import { overflowKey } from '@vivencia/contract/touchpoint';
import type { Store } from '../store/store.ts';

/** A site's touchpoints are read anew no sooner than this, in milliseconds, however many unknown names come. */
const readAgainMs = 1_000;

interface Known {
  keys: Set<string>;
  readAt: number;
}

/**
 * Which bucket a delivery takes from: each touchpoint of a site has its own, and all names that are none share that of
 * `other`, under which the store will count most of them. So a million names are one bucket.
 */
export class TouchpointBuckets {
  readonly #sites = new Map<number, Known>();

  constructor(private readonly store: Store) {}

  /**
   * How many items take from which bucket.
   *
   * @param keys what the items of a delivery name as their touchpoints, whatever it is
   */
  async claims(site: number, keys: readonly unknown[], now: number): Promise<Map<string, number>> {
    const amounts = new Map<string, number>();
    for (const key of keys) {
      const isKnown = typeof key === 'string' && (this.#remembers(site, key) || (await this.#isKnown(site, key, now)));
      const counted = isKnown ? key : overflowKey;
      const bucket = `${site}/${counted}`;
      amounts.set(bucket, (amounts.get(bucket) ?? 0) + 1);
    }
    return amounts;
  }

  #remembers(site: number, key: string): boolean {
    return this.#sites.get(site)?.keys.has(key) === true;
  }

  async #isKnown(site: number, key: string, now: number): Promise<boolean> {
    const known = this.#sites.get(site);
    if (known && Math.abs(now - known.readAt) < readAgainMs) return false;
    const touchpoints = await this.store.listTouchpoints(site);
    const keys = new Set(touchpoints.map((touchpoint) => touchpoint.key));
    this.#sites.set(site, { keys, readAt: now });
    return keys.has(key);
  }
}
