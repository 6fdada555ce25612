import type Database from 'better-sqlite3';
import { and, count, eq, inArray, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { dayOf } from '../../tally/bucket.ts';
import { keptOrigins, type Sighting, type SiteNotes } from '../note.ts';
import { refusal, sighting } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long what was noticed is kept, in days. */
const keptDays = { refusals: 90, sightings: 400 } as const;

/** Writes down what was noticed of sites, inside a transaction of the caller's. */
export class NoteWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
  ) {
    this.#db = drizzle(connection);
  }

  record({ site, at, sightings, refusals }: SiteNotes): void {
    const timeZone = this.directory.timeZone(site);
    // It may have been removed meanwhile.
    if (timeZone === null) return;
    for (const seen of sightings) this.#see(site, seen);
    const day = dayOf(at, timeZone);
    for (const { reason, count } of refusals) {
      this.#db
        .insert(refusal)
        .values({ site, day, reason, count })
        .onConflictDoUpdate({
          target: [refusal.site, refusal.day, refusal.reason],
          set: { count: sql`${refusal.count} + ${count}` },
        })
        .run();
    }
  }

  /** Deletes what is too old to help anybody. */
  forget(now: number): void {
    this.#db
      .delete(refusal)
      .where(lt(refusal.day, Math.floor(now / dayMs) - keptDays.refusals))
      .run();
    this.#db
      .delete(sighting)
      .where(lt(sighting.lastAt, now - keptDays.sightings * dayMs))
      .run();
  }

  #see(site: number, { origin, kind, lastAt }: Sighting): void {
    const target = [sighting.site, sighting.origin, sighting.kind];
    const later = sql`max(${sighting.lastAt}, ${lastAt})`;
    this.#db
      .insert(sighting)
      .values({ site, origin, kind, lastAt })
      .onConflictDoUpdate({ target, set: { lastAt: later } })
      .run();
    const ofKind = and(eq(sighting.site, site), eq(sighting.kind, kind));
    const kept = this.#db.select({ n: count() }).from(sighting).where(ofKind).get()?.n ?? 0;
    if (kept <= keptOrigins) return;
    const oldest = this.#db
      .select({ origin: sighting.origin })
      .from(sighting)
      .where(ofKind)
      .orderBy(sighting.lastAt)
      .limit(kept - keptOrigins);
    this.#db
      .delete(sighting)
      .where(and(ofKind, inArray(sighting.origin, oldest)))
      .run();
  }
}
