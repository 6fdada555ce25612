import { builtInSegments } from '@vivencia/contract/response';
import { overflowKey } from '@vivencia/contract/touchpoint';
import type { AcceptedState } from '../../store/delivery.ts';
import { directoryCaps } from '../../store/directoryCaps.ts';
import type { Store } from '../../store/store.ts';

/** Of a file that has more names or values than this, so many are remembered. */
const rememberedWords = 1_000;

const isCapped = (name: string) => !(builtInSegments as readonly string[]).includes(name) && name !== overflowKey;

/** Keeps an eye on the segments that a file brings. Values that the site has already cannot be counted from here. */
export class SegmentWatch {
  readonly #values = new Map<string, Set<string>>();

  constructor(
    private readonly store: Store,
    private readonly site: number,
  ) {}

  note({ segment, locale }: AcceptedState): void {
    for (const [name, value] of locale === null ? segment : [...segment, ['locale', locale] as const]) {
      const values = this.#values.get(name) ?? new Set();
      if (values.size < rememberedWords) values.add(value);
      if (this.#values.size < rememberedWords) this.#values.set(name, values);
    }
  }

  /** What is counted under `other`, or would be: names that the site has no room for, and names of too many values. */
  async outcome(isDryRun: boolean): Promise<{ names: string[]; values: string[] }> {
    const known = new Set(await this.store.listSegmentNames(this.site));
    const unknown = [...this.#values.keys()].filter((name) => isCapped(name) && !known.has(name));
    const room = isDryRun ? Math.max(0, directoryCaps.segmentNames - [...known].filter(isCapped).length) : 0;
    const names = unknown.slice(room);
    const values = [...this.#values].filter(
      ([name, { size }]) => size > directoryCaps.segmentValues && !names.includes(name),
    );
    return { names, values: values.map(([name]) => name) };
  }
}
