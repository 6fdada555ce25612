import type Database from 'better-sqlite3';
import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { DeltaSum, type Grain, grains, keyNames, type TallyKey } from '../../tally/deltaSum.ts';
import type { Delta } from '../../tally/transition.ts';
import { prepareQuery } from './preparedQuery.ts';
import { tallyDay, tallyHour, type tallyRetired } from './schema.ts';

export type TallyTable = typeof tallyHour | typeof tallyDay | typeof tallyRetired;

export const tableOf: Record<Grain, TallyTable> = { hour: tallyHour, day: tallyDay };

/** Adds changes to a tally table: one upsert a count, prepared once. */
export function tallyUpsert(connection: Database.Database, table: TallyTable): (key: TallyKey, change: number) => void {
  const db = drizzle(connection);
  const valuesInOrder = Object.fromEntries([...keyNames, 'count'].map((name) => [name, sql.placeholder(name)]));
  const upsert = prepareQuery(
    connection,
    db
      .insert(table)
      .values(valuesInOrder as never)
      .onConflictDoUpdate({
        target: keyNames.map((name) => table[name]),
        set: { count: sql`${table.count} + excluded.count` },
      }),
  );
  // A count that came back to nothing goes, so that the table says only what is there.
  const removeEmpty = prepareQuery(
    connection,
    db.delete(table).where(and(...keyNames.map((name) => eq(table[name], sql.placeholder(name))), eq(table.count, 0))),
  );
  return (key, change) => {
    upsert.runInOrder([...key, change]);
    if (change < 0) removeEmpty.runInOrder([...key, 0]);
  };
}

/** Moves the counts of a transaction's responses, at both grains. */
export class TallyWriter {
  readonly #upserts: Record<Grain, (key: TallyKey, change: number) => void>;
  #sum = new DeltaSum();

  constructor(connection: Database.Database) {
    this.#upserts = { hour: tallyUpsert(connection, tallyHour), day: tallyUpsert(connection, tallyDay) };
  }

  add(site: number, deltas: readonly Delta[]): void {
    for (const delta of deltas) this.#sum.add(site, delta);
  }

  /** Writes what was added since, in key order. Call before the transaction ends. */
  write(): void {
    const sum = this.#sum;
    this.drop();
    for (const grain of grains) for (const { key, change } of sum.changes(grain)) this.#upserts[grain](key, change);
  }

  /** Drops what was added since, where the transaction is rolled back. */
  drop(): void {
    this.#sum = new DeltaSum();
  }
}
