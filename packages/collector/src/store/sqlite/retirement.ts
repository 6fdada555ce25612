import { statuses } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, asc, eq, gt, isNotNull, lte, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { idBytes, idText } from '../idBytes.ts';
import { removeResponses, rowsInOneStep } from './removeResponses.ts';
import type { ResponseRow } from './responseRow.ts';
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

type Kind = keyof Retired;

/**
 * Deletes what their sites keep no longer among the next rows behind `after`: responses that were never answered,
 * comments, respondents' names. One pass is for all sites, and over all rows: an id begins with the time of a clock that
 * is not ours, or with none. `next` is the last of them; `null` where there are no more.
 */
export function retireStep(
  connection: Database.Database,
  directory: SiteDirectory,
  now: number,
  after: string | null,
): Retired & { next: string | null } {
  const db = drizzle(connection);
  // Read here and not taken from the caller: it may have changed since.
  const limits = db.select({ keeps: site.retention }).from(site).all();
  const isKeptForEver = (kind: Kind) => limits.every(({ keeps }) => keeps[kind] === 0);
  const retired: Retired = { shown: 0, comments: 0, respondents: 0 };
  if (isKeptForEver('shown') && isKeptForEver('comments') && isKeptForEver('respondents')) {
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
  /** Older than its own site keeps it; never where that is for ever. */
  const isOld = (kind: Kind) => {
    const days = sql`json_extract(${site.retention}, ${`$.${kind}`})`;
    const oldest = sql`(select case when ${days} > 0 then ${now} - ${days} * ${dayMs} end from ${site} where ${site.id} = ${response.site})`;
    return and(behind, last && lte(response.id, last.id), sql`${response.at} < ${oldest}`);
  };

  if (!isKeptForEver('shown')) {
    const isUnanswered = ne(response.status, statuses.indexOf('answered'));
    const rows = db
      .select()
      .from(response)
      .where(and(isUnanswered, isOld('shown')))
      .all();
    for (const [siteId, own] of bySite(rows)) removeResponses(connection, directory, siteId, own);
    retired.shown = rows.length;
  }
  if (!isKeptForEver('comments')) {
    const ofOld = db
      .select({ id: comment.id, site: comment.site })
      .from(comment)
      .innerJoin(response, and(eq(comment.id, response.id), eq(comment.site, response.site)))
      .where(
        and(
          isOld('comments'),
          after === null ? undefined : gt(comment.id, idBytes(after)),
          last && lte(comment.id, last.id),
        ),
      )
      .all();
    for (const { id, site: siteId } of ofOld)
      db.delete(comment)
        .where(and(eq(comment.id, id), eq(comment.site, siteId)))
        .run();
    retired.comments = ofOld.length;
  }
  if (!isKeptForEver('respondents')) {
    const named = and(isNotNull(response.respondent), isOld('respondents'));
    retired.respondents = db.update(response).set({ respondent: null }).where(named).run().changes;
  }
  if (retired.comments + retired.respondents > 0) noteShreds(connection);
  return { ...retired, next: last ? idText(last.id) : null };
}

function bySite(rows: ResponseRow[]): Map<number, ResponseRow[]> {
  const sites = new Map<number, ResponseRow[]>();
  for (const row of rows) {
    const own = sites.get(row.site);
    if (own) own.push(row);
    else sites.set(row.site, [row]);
  }
  return sites;
}
