import type { Store } from '../../store/store.ts';

/** The reasons that touchpoints of a site ever offered: only those can be given. */
export class OfferedReasons {
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly store: Store,
    private readonly site: number,
  ) {}

  /** Of a touchpoint that is not known there are none. */
  async of(touchpoint: string): Promise<ReadonlySet<string>> {
    const known = this.#known.get(touchpoint) ?? (await this.#read(touchpoint));
    this.#known.set(touchpoint, known);
    return known;
  }

  /** Settings of each version, because what was offered once stays countable. */
  async #read(touchpoint: string): Promise<ReadonlySet<string>> {
    const offered = new Set<string>();
    for (let version = 1; ; version++) {
      const settings = await this.store.settingsOfVersion(this.site, touchpoint, version);
      if (!settings) return offered;
      for (const { key } of settings.reasons) offered.add(key);
    }
  }
}
