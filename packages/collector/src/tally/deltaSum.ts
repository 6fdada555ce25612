import type { Cell } from './cell.ts';
import { cellNames } from './cell.ts';
import type { Delta } from './transition.ts';

/** A count of one grain: its bucket, its site and its cell, as a row of numbers in the order of the tally's key. */
export type TallyKey = readonly number[];

export const grains = ['hour', 'day'] as const;
export type Grain = (typeof grains)[number];

/** The names of a `TallyKey`'s numbers. */
export const keyNames = ['bucket', 'site', ...cellNames] as const;

interface Sum {
  site: number;
  cell: Cell;
  change: number;
}

/**
 * Sums changes by count, so that a transaction writes each row once, in key order, whatever number of responses moved
 * it. Addition of whole numbers: any order gives the same sums.
 */
export class DeltaSum {
  readonly #byHour = new Map<string, Sum>();

  add(site: number, { cell, change }: Delta): void {
    addTo(this.#byHour, 'hour', site, cell, change);
  }

  /** What changed, in key order. An hour lies in one day of its site, so that days are sums of hours. */
  changes(grain: Grain): { key: TallyKey; change: number }[] {
    const sums = grain === 'hour' ? this.#byHour : this.#byDay();
    return [...sums.values()]
      .filter(({ change }) => change !== 0)
      .map(({ site, cell, change }) => ({ key: keyOf(grain, site, cell), change }))
      .sort((a, b) => compareKeys(a.key, b.key));
  }

  #byDay(): Map<string, Sum> {
    const byDay = new Map<string, Sum>();
    for (const { site, cell, change } of this.#byHour.values()) addTo(byDay, 'day', site, cell, change);
    return byDay;
  }
}

function addTo(sums: Map<string, Sum>, grain: Grain, site: number, cell: Cell, change: number): void {
  const name = nameOf(cell[grain], site, cell);
  const sum = sums.get(name);
  if (sum) sum.change += change;
  else sums.set(name, { site, cell, change });
}

// Both run for each cell of each response: written out, they take a fifth of the time of a loop over the names.
const nameOf = (bucket: number, site: number, cell: Cell) =>
  `${bucket} ${site} ${cell.touchpoint} ${cell.segment} ${cell.version} ${cell.prompted} ${cell.test} ${cell.status} ${cell.scale} ${cell.emotion} ${cell.rating} ${cell.latencyBin}`;

const keyOf = (grain: Grain, site: number, cell: Cell): TallyKey => [
  cell[grain],
  site,
  cell.touchpoint,
  cell.segment,
  cell.version,
  cell.prompted,
  cell.test,
  cell.status,
  cell.scale,
  cell.emotion,
  cell.rating,
  cell.latencyBin,
];

function compareKeys(a: TallyKey, b: TallyKey): number {
  for (let place = 0; place < a.length; place++) {
    const difference = (a[place] as number) - (b[place] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
