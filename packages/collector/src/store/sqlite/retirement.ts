import { statuses } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, asc, eq, gt, inArray, isNotNull, lt, lte, ne } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { removeResponses, rowsInOneStep } from './removeResponses.ts';
import { idBytes, idText } from './responseRow.ts';
import { comment, response, site } from './schema.ts';
import { noteShreds } from './shreds.ts';
import type { SiteDirectory } from './siteDirectory.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How many rows each kind lost. */
export interface Retired {
  shown: number;
  comments: number;
  respondents: number;
}

/**
 * Deletes what a site keeps no longer among the next rows behind `after`, whosever they are: responses that were never
 * answered, comments, respondents' names. `next` is the last of them; `null` where there are no more.
 */
export function retireStep(
  connection: Database.Database,
  directory: SiteDirectory,
  siteId: number,
  now: number,
  after: string | null,
): Retired & { next: string | null } {
  const db = drizzle(connection);
  const retired: Retired = { shown: 0, comments: 0, respondents: 0 };
  // Read here and not taken from the caller: it may have changed since.
  const keeps = db.select({ keeps: site.retention }).from(site).where(eq(site.id, siteId)).get()?.keeps;
  if (!keeps || (keeps.shown === 0 && keeps.comments === 0 && keeps.respondents === 0)) {
    return { ...retired, next: null };
  }
  const behind = after === null ? undefined : gt(response.id, idBytes(after));
  const last = db
    .select({ id: response.id })
    .from(response)
    .where(behind)
    .orderBy(asc(response.id))
    .limit(1)
    .offset(rowsInOneStep - 1)
    .get();
  const olderThan = (days: number) =>
    and(behind, last && lte(response.id, last.id), eq(response.site, siteId), lt(response.at, now - days * dayMs));

  if (keeps.shown > 0) {
    const old = and(olderThan(keeps.shown), ne(response.status, statuses.indexOf('answered')));
    const rows = db.select().from(response).where(old).all();
    removeResponses(connection, directory, siteId, rows);
    retired.shown = rows.length;
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
  if (retired.comments + retired.respondents > 0) noteShreds(connection);
  return { ...retired, next: last ? idText(last.id) : null };
}
