import { statuses } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, eq, inArray, isNotNull, lt, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { DeltaSum } from '../../tally/deltaSum.ts';
import { transition } from '../../tally/transition.ts';
import { type ResponseRow, talliedOf } from './responseRow.ts';
import { comment, response, site, tallyRetired } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { tallyUpsert } from './tallyWriter.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How many rows each kind lost. */
export interface Retired {
  shown: number;
  comments: number;
  respondents: number;
}

const rowsInOneStep = 2_000;

/**
 * Deletes what a site keeps no longer: responses that were never answered, comments, respondents' names. The counts of
 * deleted responses move to `tally_retired` in the same transaction, so no score changes.
 */
export function retire(connection: Database.Database, directory: SiteDirectory, siteId: number, now: number): Retired {
  const db = drizzle(connection);
  const retired: Retired = { shown: 0, comments: 0, respondents: 0 };
  // Read here and not taken from the caller: another time zone would retire into the wrong hours.
  const row = db.select({ keeps: site.retention, timeZone: site.timeZone }).from(site).where(eq(site.id, siteId)).get();
  if (!row) return retired;
  const { keeps, timeZone } = row;
  const olderThan = (days: number) => and(eq(response.site, siteId), lt(response.at, now - days * dayMs));

  if (keeps.shown > 0) {
    const old = and(olderThan(keeps.shown), ne(response.status, statuses.indexOf('answered')));
    const sum = new DeltaSum();
    let rows: ResponseRow[];
    do {
      rows = db.select().from(response).where(old).limit(rowsInOneStep).all();
      for (const each of rows) {
        const tallied = talliedOf(each, timeZone, directory.channelSegment(each));
        for (const delta of transition(null, tallied)) sum.add(siteId, delta);
      }
      const ids = rows.map(({ id }) => id);
      db.delete(comment)
        .where(and(eq(comment.site, siteId), inArray(comment.id, ids)))
        .run();
      db.delete(response)
        .where(and(eq(response.site, siteId), inArray(response.id, ids)))
        .run();
      retired.shown += rows.length;
    } while (rows.length === rowsInOneStep);
    const add = tallyUpsert(connection, tallyRetired);
    for (const { key, change } of sum.changes('hour')) add(key, change);
  }
  if (keeps.comments > 0) {
    const old = db.select({ id: response.id }).from(response).where(olderThan(keeps.comments));
    const ofOld = and(eq(comment.site, siteId), inArray(comment.id, old));
    retired.comments = db.delete(comment).where(ofOld).run().changes;
  }
  if (keeps.respondents > 0) {
    const old = and(olderThan(keeps.respondents), isNotNull(response.respondent));
    retired.respondents = db.update(response).set({ respondent: null }).where(old).run().changes;
  }
  return retired;
}
