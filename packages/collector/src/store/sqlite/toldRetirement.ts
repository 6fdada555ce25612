import type Database from 'better-sqlite3';
import { and, isNotNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { site } from './schema.ts';
import { noteShreds } from './shreds.ts';
import { type ToldCursor, toldSpan } from './toldRows.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What backends told of is kept for so long: no link is valid for longer, and nobody tells of an order twice after that. */
export const toldDays = 90;

export interface ToldStep {
  /** How many lost who they were about. */
  respondents: number;
  removed: number;
  next: ToldCursor | null;
}

/**
 * Deletes, among the next rows of what backends told of, those that are too old, and the respondents that their sites
 * keep no longer.
 */
export function retireToldStep(connection: Database.Database, now: number, cursor: ToldCursor): ToldStep {
  const db = drizzle(connection);
  const { table, within, next } = toldSpan(db, cursor);
  const moment = 'receivedAt' in table ? table.receivedAt : table.createdAt;
  const removed = db
    .delete(table)
    .where(and(within, lt(moment, now - toldDays * dayMs)))
    .run().changes;
  const days = sql`(select json_extract(${site.retention}, '$.respondents') from ${site} where ${site.id} = ${table.site})`;
  const isOld = sql`${days} > 0 and ${moment} < ${now} - ${days} * ${dayMs}`;
  const respondents = db
    .update(table)
    .set({ respondent: null })
    .where(and(within, isNotNull(table.respondent), isOld))
    .run().changes;
  if (removed + respondents > 0) noteShreds(connection);
  return { respondents, removed, next };
}
