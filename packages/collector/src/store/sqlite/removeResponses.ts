import type Database from 'better-sqlite3';
import { and, eq, inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { DeltaSum } from '../../tally/deltaSum.ts';
import { transition } from '../../tally/transition.ts';
import { type ResponseRow, talliedOf } from './responseRow.ts';
import { comment, response, tallyRetired } from './schema.ts';
import { noteShreds } from './shreds.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { tallyUpsert } from './tallyWriter.ts';

/** At most so many rows of responses are looked at in one transaction of long work, so that no delivery waits long. */
export const rowsInOneStep = 2_000;

/**
 * Deletes responses of a site, with their comments, inside a transaction of the caller's. What they counted moves to
 * `tally_retired`, so no score changes.
 */
export function removeResponses(
  connection: Database.Database,
  directory: SiteDirectory,
  siteId: number,
  rows: ResponseRow[],
): void {
  const timeZone = directory.timeZone(siteId);
  if (rows.length === 0 || timeZone === null) return;
  const db = drizzle(connection);
  const sum = new DeltaSum();
  for (const row of rows) {
    const tallied = talliedOf(row, timeZone, directory.channelSegment(row));
    for (const delta of transition(null, tallied)) sum.add(siteId, delta);
  }
  const ids = rows.map(({ id }) => id);
  const [comments = 0] = [comment, response].map(
    (table) =>
      db
        .delete(table)
        .where(and(eq(table.site, siteId), inArray(table.id, ids)))
        .run().changes,
  );
  if (comments > 0 || rows.some(namesSomebody)) noteShreds(connection);
  const add = tallyUpsert(connection, tallyRetired);
  for (const { key, change } of sum.changes('hour')) add(key, change);
}

/** Rewriting the file for rows that only say that something was shown would hold deliveries up for nothing. */
const namesSomebody = ({ respondent, interaction, invitation }: ResponseRow) =>
  respondent !== null || interaction !== null || invitation !== null;
