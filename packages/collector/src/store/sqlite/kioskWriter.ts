import type Database from 'better-sqlite3';
import { and, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { KioskEntry, KioskSettings } from '../kiosk.ts';
import { digestOf, newSecret } from '../secret.ts';
import { kiosk, touchpoint } from './schema.ts';

/** The verbs about kiosks, each inside a transaction of the caller's. */
export class KioskWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  /** `null` where the site has no such touchpoint to show. */
  addKiosk(siteId: number, settings: KioskSettings): { kiosk: KioskEntry; token: string } | null {
    const ofKey = and(
      eq(touchpoint.site, siteId),
      eq(touchpoint.key, settings.touchpoint),
      eq(touchpoint.hidden, false),
    );
    const asked = this.#db.select({ id: touchpoint.id }).from(touchpoint).where(ofKey).get();
    if (!asked) return null;
    const token = newSecret('ki');
    const { id, createdAt } = this.#db
      .insert(kiosk)
      .values({
        site: siteId,
        name: settings.name,
        digest: digestOf(token),
        touchpoint: asked.id,
        locale: settings.locale,
        createdAt: this.now(),
      })
      .returning({ id: kiosk.id, createdAt: kiosk.createdAt })
      .get();
    return { kiosk: { id, createdAt, ...settings }, token };
  }

  revokeKiosk(siteId: number, id: number): boolean {
    const unrevoked = and(eq(kiosk.site, siteId), eq(kiosk.id, id), isNull(kiosk.revokedAt));
    return this.#db.update(kiosk).set({ revokedAt: this.now() }).where(unrevoked).run().changes > 0;
  }
}
