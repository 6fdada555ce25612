import { statuses } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, eq, inArray, isNotNull, lt, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { DeltaSum } from '../../tally/deltaSum.ts';
import { transition } from '../../tally/transition.ts';
import type { Site } from '../site.ts';
import { channelOf, talliedOf } from './responseRow.ts';
import { comment, response, tallyRetired } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { tallyUpsert } from './tallyWriter.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How many rows each kind lost. */
export interface Retired {
  shown: number;
  comments: number;
  respondents: number;
}

/**
 * Deletes what a site keeps no longer: responses that were never answered, comments, respondents' names. The counts of
 * deleted responses move to `tally_retired` in the same transaction, so no score changes.
 */
export function retire(
  connection: Database.Database,
  directory: SiteDirectory,
  { id: siteId, retentionDays, timeZone }: Site,
  now: number,
): Retired {
  const db = drizzle(connection);
  const olderThan = (days: number) => and(eq(response.site, siteId), lt(response.at, now - days * dayMs));
  const retired: Retired = { shown: 0, comments: 0, respondents: 0 };
  if (retentionDays.shown > 0) {
    const old = and(olderThan(retentionDays.shown), ne(response.status, statuses.indexOf('answered')));
    const sum = new DeltaSum('hour');
    for (const row of db.select().from(response).where(old).all()) {
      const channel = channelOf(row.channel);
      const channelSegment = channel ? directory.segment(siteId, 'channel', channel) : 0;
      for (const delta of transition(null, talliedOf(row, timeZone, channelSegment))) sum.add(siteId, delta);
    }
    const add = tallyUpsert(connection, tallyRetired);
    for (const { key, change } of sum.changes()) add(key, change);
    db.delete(comment)
      .where(
        and(eq(comment.site, siteId), inArray(comment.id, db.select({ id: response.id }).from(response).where(old))),
      )
      .run();
    retired.shown = db.delete(response).where(old).run().changes;
  }
  if (retentionDays.comments > 0) {
    const old = db.select({ id: response.id }).from(response).where(olderThan(retentionDays.comments));
    retired.comments = db
      .delete(comment)
      .where(and(eq(comment.site, siteId), inArray(comment.id, old)))
      .run().changes;
  }
  if (retentionDays.respondents > 0) {
    const old = and(olderThan(retentionDays.respondents), isNotNull(response.respondent));
    retired.respondents = db.update(response).set({ respondent: null }).where(old).run().changes;
  }
  return retired;
}
