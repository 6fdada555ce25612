import { overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, asc, between, eq, gt, isNotNull, lte, min, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { dayOfHour } from '../../tally/bucket.ts';
import { scaleCode } from '../../tally/cell.ts';
import { keyNames } from '../../tally/deltaSum.ts';
import { transition } from '../../tally/transition.ts';
import { idBytes, idText } from '../idBytes.ts';
import { rowsInOneStep } from './removeResponses.ts';
import { type ResponseRow, talliedOf } from './responseRow.ts';
import { prepareResponses } from './responseStatements.ts';
import { action, pass, response, tallyRetired, touchpoint } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { type TallyWriter, tallyUpsert } from './tallyWriter.ts';
import { firstTold, type ToldCursor, toldSpan } from './toldRows.ts';

/** How far a merge has come. What was retired must follow the responses: until they are gone, more may be retired. */
export type MergeCursor =
  | { part: 'responses'; after: string | null }
  | { part: 'retired' | 'passes'; after: number | null }
  | { part: 'told'; after: ToldCursor }
  | { part: 'rest' };

/** A merge that was begun, by the numbers of its site and its touchpoint. */
export interface BegunMerge {
  site: number;
  from: number;
}

/** Moving a response moves its counts in both grains, for each of its segments: so many take some 60 ms. */
const movesInOneStep = 500;

/** At most so much of the counts is looked at in one transaction: a week of hours, and a month of days. */
const quartersInOneStep = 7 * 24 * 4;
const daysInOneStep = 30;

const reasonScale = scaleCode('reason');

type Touchpoint = typeof touchpoint.$inferSelect;

/**
 * Counts all that came to one touchpoint at another, each step inside a transaction of the caller's. What comes from the
 * first step on is counted there at once; what had come before moves step by step, and after each one every tally is
 * what a recount would be. While a merge is not done its touchpoint is merged and not hidden.
 */
export class TouchpointMerge {
  readonly #db: BetterSQLite3Database;
  readonly #responses;
  readonly #addRetired;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly tally: TallyWriter,
  ) {
    this.#db = drizzle(connection);
    this.#responses = prepareResponses(connection);
    this.#addRetired = tallyUpsert(connection, tallyRetired);
  }

  /** `null` where it cannot be: one is not there, was declared, is merged already, or stands for what is over the cap. */
  begin(site: number, fromKey: string, intoKey: string): BegunMerge | null {
    const [from, into] = [this.#ofKey(site, fromKey), this.#ofKey(site, intoKey)];
    if (!from || !into || from.id === into.id || into.mergedInto !== null || into.hidden) return null;
    if (from.mergedInto === into.id) return { site, from: from.id };
    if (from.confirmed || from.mergedInto !== null || [fromKey, intoKey].includes(overflowKey)) return null;
    const entries = [fromKey, intoKey].map((key) => this.directory.touchpoint(site, key));
    const [old, target] = entries;
    if (!old || !target) return null;
    this.directory.addReasons(site, target, [...old.reasons.keys()]);
    this.#set(site, from.id, { mergedInto: into.id, hidden: false });
    // What was merged into it before goes along.
    this.#db
      .update(touchpoint)
      .set({ mergedInto: into.id })
      .where(and(eq(touchpoint.site, site), eq(touchpoint.mergedInto, from.id)))
      .run();
    this.directory.forget();
    return { site, from: from.id };
  }

  /** Merges that ended before they were done. */
  unfinished(): BegunMerge[] {
    return this.#db
      .select({ site: touchpoint.site, from: touchpoint.id })
      .from(touchpoint)
      .where(and(isNotNull(touchpoint.mergedInto), eq(touchpoint.hidden, false)))
      .all();
  }

  /** The next step of a merge; `null` when it is done, or was taken back by declaring the touchpoint again. */
  step({ site, from }: BegunMerge, cursor: MergeCursor): MergeCursor | null {
    const ofId = and(eq(touchpoint.site, site), eq(touchpoint.id, from));
    const into = this.#db.select().from(touchpoint).where(ofId).get()?.mergedInto;
    const timeZone = this.directory.timeZone(site);
    if (!into || timeZone === null) return null;
    switch (cursor.part) {
      case 'responses':
        return this.#moveResponses(site, from, timeZone, cursor.after);
      case 'retired':
        return this.#moveRetired(site, from, into, timeZone, cursor.after);
      case 'passes':
        return this.#movePasses(site, from, into, cursor.after);
      case 'told':
        return this.#moveTold(site, from, into, cursor.after);
      case 'rest':
        // A kiosk stays with its own: tablets have kept answers under its key, which they deliver later.
        this.#db
          .update(action)
          .set({ touchpoint: into })
          .where(and(eq(action.site, site), eq(action.touchpoint, from)))
          .run();
        this.#set(site, from, { hidden: true });
        return null;
    }
  }

  #moveResponses(site: number, from: number, timeZone: string, after: string | null): MergeCursor {
    const behind = after === null ? undefined : gt(response.id, idBytes(after));
    const last = this.#db
      .select({ id: response.id })
      .from(response)
      .where(behind)
      .orderBy(asc(response.id))
      .limit(1)
      .offset(rowsInOneStep - 1)
      .get();
    const meant = and(
      behind,
      last && lte(response.id, last.id),
      eq(response.site, site),
      eq(response.touchpoint, from),
    );
    const rows = this.#db.select().from(response).where(meant).orderBy(asc(response.id)).limit(movesInOneStep).all();
    for (const row of rows) {
      const moved = this.directory.asCounted(row);
      const tallied = (counted: ResponseRow) => talliedOf(counted, timeZone, this.directory.channelSegment(counted));
      this.tally.add(site, transition(tallied(row), tallied(moved)));
      this.#responses.replace(moved);
    }
    const reached = rows.length === movesInOneStep ? rows.at(-1) : last;
    return reached ? { part: 'responses', after: idText(reached.id) } : { part: 'retired', after: null };
  }

  /** Counts of responses whose rows are gone: at both grains, and where it is kept that they are gone. */
  #moveRetired(site: number, from: number, into: number, timeZone: string, after: number | null): MergeCursor {
    const first = this.#next(tallyRetired, tallyRetired.bucket, after);
    if (first === null) return { part: 'passes', after: null };
    const last = first + quartersInOneStep - 1;
    const meant = and(
      between(tallyRetired.bucket, first, last),
      eq(tallyRetired.site, site),
      eq(tallyRetired.touchpoint, from),
    );
    for (const row of this.#db.select().from(tallyRetired).where(meant).all()) {
      const rating = row.scale === reasonScale ? this.directory.mergedReason(site, from, row.rating) : row.rating;
      const moved = { ...row, touchpoint: into, rating };
      for (const [cell, change] of [
        [row, -row.count],
        [moved, row.count],
      ] as const) {
        const { bucket: hour, ...rest } = cell;
        this.tally.add(site, [{ cell: { ...rest, hour, day: dayOfHour(hour, timeZone) }, change }]);
        this.#addRetired(
          keyNames.map((name) => cell[name]),
          change,
        );
      }
    }
    return { part: 'retired', after: last };
  }

  #movePasses(site: number, from: number, into: number, after: number | null): MergeCursor {
    const first = this.#next(pass, pass.day, after);
    if (first === null) return { part: 'told', after: firstTold };
    const last = first + daysInOneStep - 1;
    const meant = and(between(pass.day, first, last), eq(pass.site, site), eq(pass.touchpoint, from));
    for (const row of this.#db.delete(pass).where(meant).returning().all()) {
      this.#db
        .insert(pass)
        .values({ ...row, touchpoint: into })
        .onConflictDoUpdate({
          target: [pass.day, pass.site, pass.touchpoint, pass.outcome, pass.hour],
          set: { count: sql`${pass.count} + excluded.count` },
        })
        .run();
    }
    return { part: 'passes', after: last };
  }

  /** What backends told of, and those that they invited. */
  #moveTold(site: number, from: number, into: number, after: ToldCursor): MergeCursor {
    const { table, within, next } = toldSpan(this.#db, after);
    this.#db
      .update(table)
      .set({ touchpoint: into })
      .where(and(within, eq(table.site, site), eq(table.touchpoint, from)))
      .run();
    return next ? { part: 'told', after: next } : { part: 'rest' };
  }

  /** The first bucket behind another that a table has. */
  #next(
    table: typeof tallyRetired | typeof pass,
    bucket: typeof tallyRetired.bucket | typeof pass.day,
    after: number | null,
  ) {
    const behind = after === null ? undefined : gt(bucket, after);
    return (
      this.#db
        .select({ first: min(bucket) })
        .from(table)
        .where(behind)
        .get()?.first ?? null
    );
  }

  #ofKey(site: number, key: string): Touchpoint | undefined {
    const ofKey = and(eq(touchpoint.site, site), eq(touchpoint.key, key));
    return this.#db.select().from(touchpoint).where(ofKey).get();
  }

  #set(site: number, id: number, values: Partial<Touchpoint>): void {
    this.#db
      .update(touchpoint)
      .set(values)
      .where(and(eq(touchpoint.site, site), eq(touchpoint.id, id)))
      .run();
  }
}
