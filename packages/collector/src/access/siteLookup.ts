import type { KioskGrant } from '../store/kiosk.ts';
import type { KeyGrant, Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';

/** What a command changes reaches a running server within a second, so nothing is remembered for longer than this. */
const rememberedMs = 500;
const rememberedKeys = 10_000;

const publicKeyForm = /^pk_[0-9a-f]{32}$/;

const kioskForm = /^ki_[\w-]{43}$/;

type Found = Site | KeyGrant | KioskGrant | null;

/** Sites by public key, grants by secret key and kiosks by token, remembered for half a second. */
export class SiteLookup {
  readonly #found = new Map<string, { value: Found; until: number }>();

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** What cannot be a key is neither looked up nor remembered; what is remembered is there at once. */
  site(publicKey: string): Site | null | Promise<Site | null> {
    if (!publicKeyForm.test(publicKey)) return null;
    return this.#remembered(publicKey, () => this.store.siteByPublicKey(publicKey)) as
      | Site
      | null
      | Promise<Site | null>;
  }

  grant(secretKey: string): KeyGrant | null | Promise<KeyGrant | null> {
    const read = () => this.store.grantOfKey(secretKey, this.now());
    return this.#remembered(secretKey, read) as KeyGrant | null | Promise<KeyGrant | null>;
  }

  kiosk(token: string): KioskGrant | null | Promise<KioskGrant | null> {
    if (!kioskForm.test(token)) return null;
    const read = () => this.store.grantOfKiosk(token);
    return this.#remembered(token, read) as KioskGrant | null | Promise<KioskGrant | null>;
  }

  /** Call after a change of our own. */
  forget(): void {
    this.#found.clear();
  }

  #remembered(key: string, read: () => Promise<Found>): Found | Promise<Found> {
    const now = this.now();
    const known = this.#found.get(key);
    if (known && known.until > now && known.until <= now + rememberedMs) return known.value;
    return this.#remember(key, now, read());
  }

  async #remember(key: string, now: number, reading: Promise<Found>): Promise<Found> {
    const value = await reading;
    if (this.#found.size >= rememberedKeys) this.#found.clear();
    this.#found.set(key, { value, until: now + rememberedMs });
    return value;
  }
}
