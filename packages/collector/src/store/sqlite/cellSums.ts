/**
 * Counts summed by cell, of several groups. The cells that a site has are a few hundred: each has its place in every
 * group's list, so that of what is looked up for each of a million rows nothing is large.
 */
export class CellSums {
  readonly #placeOf = new Map<number, number>();
  readonly #countsOf = new Map<number, number[]>();
  #group = -1;
  #counts: number[] = [];

  /** Fastest where rows of one group come one after the other. */
  add(group: number, cell: number, count: number): void {
    if (group !== this.#group) this.#enter(group);
    let place = this.#placeOf.get(cell);
    if (place === undefined) {
      place = this.#placeOf.size;
      this.#placeOf.set(cell, place);
    }
    const counts = this.#counts;
    while (counts.length <= place) counts.push(0);
    counts[place] = (counts[place] as number) + count;
  }

  /** Group, cell and count, row after row: in the order of the groups, then of the cells. */
  rows(): Float64Array {
    const cells = [...this.#placeOf].sort(byNumber);
    const rows: number[] = [];
    for (const [group, counts] of [...this.#countsOf].sort(byNumber)) {
      for (const [cell, place] of cells) {
        const count = counts[place] ?? 0;
        if (count !== 0) rows.push(group, cell, count);
      }
    }
    return Float64Array.from(rows);
  }

  #enter(group: number): void {
    this.#group = group;
    this.#counts = this.#countsOf.get(group) ?? [];
    this.#countsOf.set(group, this.#counts);
  }
}

const byNumber = ([a]: [number, unknown], [b]: [number, unknown]) => a - b;
