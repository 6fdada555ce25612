import type Database from 'better-sqlite3';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { TallyTable } from './tallySpan.ts';

/** Told of one row: four whole numbers. */
type Take = (a: number, b: number, c: number, d: number) => void;
type Column = SQL | AnyColumn | number;
type Columns = readonly [Column, Column, Column, Column];

/** Hands over a table's chosen rows, in the order of its key. */
export type EachRow = (
  db: BetterSQLite3Database,
  table: TallyTable,
  columns: Columns,
  chosen: SQL | undefined,
  take: Take,
) => void;

/**
 * Call once for a connection. Rows handed to a function while SQLite reads them. Sums that are not in the order of a table's key are made so: SQLite
 * would sort all the rows first, and rows fetched one by one cost four times what a call does.
 */
export function eachRowOf(connection: Database.Database): EachRow {
  let taking: Take = () => {};
  const step = (_: null, a: number, b: number, c: number, d: number) => taking(a, b, c, d);
  // Its types know functions of one argument only.
  connection.aggregate('each_row', { start: null, step: step as unknown as (total: null) => void });
  return (db, table, columns, chosen, take) => {
    taking = take;
    const rows = sql.join([...columns], sql`, `);
    db.select({ all: sql`each_row(${rows})` })
      .from(table)
      .where(chosen)
      .get();
  };
}
