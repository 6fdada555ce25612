import type Database from 'better-sqlite3';
import { and, asc, eq, gt, gte, lt, lte, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { transition } from '../../tally/transition.ts';
import { idBytes, idText } from '../idBytes.ts';
import type { Marking } from '../marking.ts';
import { type ResponseRow, standingBits, talliedOf } from './responseRow.ts';
import { response, touchpoint } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import type { TallyWriter } from './tallyWriter.ts';

/** Moves responses in and out of the counts, inside a transaction of the caller's. */
export class ResponseMarker {
  readonly #db: BetterSQLite3Database;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly tally: TallyWriter,
  ) {
    this.#db = drizzle(connection);
  }

  /** Marks among the `limit` rows behind `after`, whosever they are; `next` is the last of them. */
  mark(marking: Marking, after: string | null, limit: number): { changed: number; next: string | null } {
    const bit = standingBits[marking.mark];
    const behind = after === null ? undefined : gt(response.id, idBytes(after));
    const last = this.#db
      .select({ id: response.id })
      .from(response)
      .where(behind)
      .orderBy(asc(response.id))
      .limit(1)
      .offset(limit - 1)
      .get();
    const received = sql`${response.at} + ${response.receivedAfter}`;
    const meant = and(
      behind,
      last && lte(response.id, last.id),
      eq(response.site, marking.site),
      gte(received, marking.from),
      lt(received, marking.to),
      eq(sql`${response.standing} & ${bit}`, marking.on ? 0 : bit),
      marking.touchpoint === undefined ? undefined : eq(response.touchpoint, this.#touchpoint(marking)),
    );
    const rows = this.#db.select().from(response).where(meant).all();
    for (const row of rows) {
      const marked = { ...row, standing: row.standing ^ bit };
      this.tally.add(row.site, transition(this.#tallied(row), this.#tallied(marked)));
    }
    if (rows.length > 0) {
      const standing = marking.on ? sql`${response.standing} | ${bit}` : sql`${response.standing} & ~${bit}`;
      this.#db.update(response).set({ standing }).where(meant).run();
    }
    return { changed: rows.length, next: last ? idText(last.id) : null };
  }

  #tallied(row: ResponseRow) {
    const timeZone = this.directory.timeZone(row.site);
    return timeZone === null ? null : talliedOf(row, timeZone, this.directory.channelSegment(row));
  }

  /** The number of exactly this key: what is counted as `other` is not meant by the names that it had. */
  #touchpoint({ site, touchpoint: key }: Marking): number {
    const known = this.#db
      .select({ id: touchpoint.id })
      .from(touchpoint)
      .where(and(eq(touchpoint.site, site), eq(touchpoint.key, key as string)))
      .get();
    if (!known) throw new Error('the site has no touchpoint with this key');
    return known.id;
  }
}
