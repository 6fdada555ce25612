import type Database from 'better-sqlite3';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import type { KioskEntry, KioskGrant } from '../kiosk.ts';
import { digestOf } from '../secret.ts';
import { kiosk, site, touchpoint } from './schema.ts';
import { siteOf } from './siteReader.ts';

/** The touchpoint that counts what a kiosk hears: its own, or the one that it was merged into. */
const counting = alias(touchpoint, 'counting');
const isOwn = and(eq(touchpoint.site, kiosk.site), eq(touchpoint.id, kiosk.touchpoint));
const isCounting = and(
  eq(counting.site, touchpoint.site),
  eq(counting.id, sql`coalesce(${touchpoint.mergedInto}, ${touchpoint.id})`),
);

/** Reads which kiosks there are. */
export class KioskReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  kiosks(siteId: number): KioskEntry[] {
    return this.#db
      .select({
        id: kiosk.id,
        name: kiosk.name,
        touchpoint: counting.key,
        locale: kiosk.locale,
        createdAt: kiosk.createdAt,
      })
      .from(kiosk)
      .innerJoin(touchpoint, isOwn)
      .innerJoin(counting, isCounting)
      .where(and(eq(kiosk.site, siteId), isNull(kiosk.revokedAt)))
      .orderBy(desc(kiosk.id))
      .all();
  }

  grantOfKiosk(token: string): KioskGrant | null {
    const row = this.#db
      .select({ site, kiosk, own: touchpoint.key, counting: counting.key })
      .from(kiosk)
      .innerJoin(site, eq(site.id, kiosk.site))
      .innerJoin(touchpoint, isOwn)
      .innerJoin(counting, isCounting)
      .where(eq(kiosk.digest, digestOf(token)))
      .get();
    if (!row) return null;
    return {
      site: siteOf(row.site),
      touchpoint: row.counting,
      keys: [...new Set([row.counting, row.own])],
      locale: row.kiosk.locale,
      isRevoked: row.kiosk.revokedAt !== null,
    };
  }
}
