import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { SegmentTallyQuery } from '../tally.ts';
import { segment } from './schema.ts';
import type { TallyReader } from './tallyReader.ts';
import type { SegmentRows } from './tallyRows.ts';

/** Reads one touchpoint's counts of every segment at once. */
export class SegmentTallyReader {
  readonly #db;
  readonly #tallies: TallyReader;

  constructor(connection: Database.Database, tallies: TallyReader) {
    this.#db = drizzle(connection);
    this.#tallies = tallies;
  }

  readSegmentTallies(query: SegmentTallyQuery): SegmentRows {
    const rows = this.#tallies.readBySegment(query);
    const segments = this.#db
      .select({ id: segment.id, name: segment.name, value: segment.value })
      .from(segment)
      .where(eq(segment.site, query.site))
      .orderBy(segment.name, segment.value)
      .all();
    return { ...rows, segments };
  }
}
