import { keptOrigins, type SightingKind, type SiteNotes, sightingKinds } from '../store/note.ts';
import type { Store } from '../store/store.ts';

/** What was noticed is written down at most this often, in milliseconds. */
const everyMs = 2_000;

/** Beyond any that a host can have, also one that a wildcard allows. */
const longestOrigin = 300;

/** When each origin was last noticed, by how, and how often what was refused. */
interface Notes {
  origins: Record<SightingKind, Map<string, number>>;
  refusals: Map<string, number>;
}

/**
 * Notices, for the page about installing, from which pages a site is heard and what is refused of it. A delivery pays a
 * look into two maps for it; nothing waits for what is noticed, and where it cannot be written it is lost.
 */
export class SiteWatch {
  #noticed = new Map<number, Notes>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: Pick<Store, 'recordNotes'>,
    private readonly now: () => number,
  ) {}

  /** @param origin one that the site allows, or what `originOf` makes of any other */
  saw(site: number, origin: string, kind: SightingKind): void {
    const origins = this.#of(site).origins[kind];
    if (origin.length > longestOrigin) return;
    if (origins.size < keptOrigins || origins.has(origin)) origins.set(origin, this.now());
  }

  refused(site: number, reason: string, times = 1): void {
    const { refusals } = this.#of(site);
    refusals.set(reason, (refusals.get(reason) ?? 0) + times);
  }

  /** Writes down what was noticed until now. Never rejects. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const noticed = this.#noticed;
    if (noticed.size === 0) return;
    this.#noticed = new Map();
    const at = this.now();
    const notes = Array.from(noticed, ([site, found]) => written(site, at, found));
    await this.store.recordNotes(notes).catch(() => {});
  }

  #of(site: number): Notes {
    let notes = this.#noticed.get(site);
    if (!notes) {
      notes = {
        origins: { loader: new Map(), prompt: new Map(), answer: new Map(), refused: new Map() },
        refusals: new Map(),
      };
      this.#noticed.set(site, notes);
      this.#timer ??= setTimeout(() => void this.flush(), everyMs).unref();
    }
    return notes;
  }
}

const written = (site: number, at: number, { origins, refusals }: Notes): SiteNotes => ({
  site,
  at,
  sightings: sightingKinds.flatMap((kind) =>
    Array.from(origins[kind], ([origin, lastAt]) => ({ origin, kind, lastAt })),
  ),
  refusals: Array.from(refusals, ([reason, count]) => ({ reason, count })),
});
