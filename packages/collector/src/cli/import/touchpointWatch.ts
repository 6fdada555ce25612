import { overflowKey } from '@vivencia/contract/touchpoint';
import { directoryCaps } from '../../store/directoryCaps.ts';
import type { Store } from '../../store/store.ts';

/** Keys that are new to the site are remembered up to this number; a file with more has no touchpoints in that column. */
const rememberedKeys = 1_000;

/** Keeps an eye on the touchpoints that a file names and the site does not know yet. */
export class TouchpointWatch {
  readonly #known = new Set<string>();
  /** And whether an answer to it was taken. */
  readonly #new = new Map<string, boolean>();

  constructor(
    private readonly store: Store,
    private readonly site: number,
  ) {}

  /** Call before the answers to these touchpoints are written. */
  async lookUp(keys: Iterable<string>): Promise<void> {
    for (const key of keys) {
      if (this.#known.has(key) || this.#new.has(key) || this.#new.size >= rememberedKeys) continue;
      if (await this.#exists(key)) this.#known.add(key);
      else this.#new.set(key, false);
    }
  }

  /** Call for each touchpoint of which an answer was taken. */
  note(key: string): void {
    if (this.#new.has(key)) this.#new.set(key, true);
  }

  /** What became of them, or would: the touchpoints that were added, and the keys that are counted under `other`. */
  async outcome(isDryRun: boolean): Promise<{ added: string[]; underOther: string[] }> {
    const keys = [...this.#new].filter(([, isTaken]) => isTaken).map(([key]) => key);
    if (!isDryRun) {
      const exist = await Promise.all(keys.map((key) => this.#exists(key)));
      return { added: keys.filter((_, place) => exist[place]), underOther: keys.filter((_, place) => !exist[place]) };
    }
    const unconfirmed = (await this.store.listTouchpoints(this.site)).filter(
      ({ confirmed, key }) => !confirmed && key !== overflowKey,
    );
    const room = Math.max(0, directoryCaps.unconfirmedTouchpoints - unconfirmed.length);
    return { added: keys.slice(0, room), underOther: keys.slice(room) };
  }

  /** Hidden ones too: what has a first version exists. */
  async #exists(key: string): Promise<boolean> {
    return (await this.store.settingsOfVersion(this.site, key, 1)) !== null;
  }
}
