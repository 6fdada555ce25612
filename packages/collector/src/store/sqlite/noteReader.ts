import type Database from 'better-sqlite3';
import { and, between, desc, eq, sum } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { RefusalCount, RefusalQuery, Sighting } from '../note.ts';
import { refusal, sighting } from './schema.ts';

/** Reads what was noticed of sites. */
export class NoteReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  sightings(site: number): Sighting[] {
    return this.#db
      .select({ origin: sighting.origin, kind: sighting.kind, lastAt: sighting.lastAt })
      .from(sighting)
      .where(eq(sighting.site, site))
      .orderBy(desc(sighting.lastAt), sighting.origin)
      .all();
  }

  refusals({ site, fromDay, toDay }: RefusalQuery): RefusalCount[] {
    const total = sum(refusal.count).mapWith(Number);
    return this.#db
      .select({ reason: refusal.reason, count: total })
      .from(refusal)
      .where(and(eq(refusal.site, site), between(refusal.day, fromDay, toDay)))
      .groupBy(refusal.reason)
      .orderBy(desc(total), refusal.reason)
      .all();
  }
}
