import type { Cell } from './cell.ts';
import { cellNames } from './cell.ts';
import type { Delta } from './transition.ts';

/** A count of one grain: its bucket, its site and its cell, as a row of numbers in the order of the tally's key. */
export type TallyKey = readonly number[];

export const grains = ['hour', 'day'] as const;
export type Grain = (typeof grains)[number];

/** The names of a `TallyKey`'s numbers. */
export const keyNames = ['bucket', 'site', ...cellNames] as const;

/**
 * Sums changes by count, so that a transaction writes each row once, in key order, whatever number of responses moved
 * it. Addition of whole numbers: any order gives the same sums.
 */
export class DeltaSum {
  readonly #changes = new Map<string, { key: TallyKey; change: number }>();

  constructor(readonly grain: Grain) {}

  add(site: number, { cell, change }: Delta): void {
    this.addKey(keyOf(this.grain, site, cell), change);
  }

  addKey(key: TallyKey, change: number): void {
    const name = key.join();
    const sum = this.#changes.get(name);
    if (sum) sum.change += change;
    else this.#changes.set(name, { key, change });
  }

  /** What changed, in key order. */
  changes(): { key: TallyKey; change: number }[] {
    return [...this.#changes.values()].filter(({ change }) => change !== 0).sort((a, b) => compareKeys(a.key, b.key));
  }
}

const keyOf = (grain: Grain, site: number, cell: Cell): TallyKey => [
  cell[grain],
  site,
  ...cellNames.map((name) => cell[name]),
];

function compareKeys(a: TallyKey, b: TallyKey): number {
  for (let place = 0; place < a.length; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
