import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { digestOf, newPublicKey, newSecret } from '../secret.ts';
import type { AccessEntry, KeyEntry, Role, Scope, Site, SiteSettings, Touchpoint } from '../site.ts';
import { access, kiosk, secretKey, session, share, site, siteTables, touchpoint, touchpointVersion } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { siteOf } from './siteReader.ts';

/** How long a signed-in session lasts, in milliseconds. */
const sessionMs = 30 * 24 * 60 * 60 * 1000;

/** The verbs that change settings, each inside a transaction of the caller's. */
export class SettingsWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  addSite(settings: SiteSettings): { site: Site; secretKey: string } {
    const row = this.#db
      .insert(site)
      .values({ ...columnsOf(settings), publicKey: newPublicKey(), createdAt: this.now() })
      .returning()
      .get();
    const key = this.addKey(row.id, 'first', ['ingest', 'read', 'manage']);
    return { site: siteOf(row), secretKey: key.secretKey };
  }

  /** The site as it is now, and whether its clock changed, so that its tallies must be bucketed anew. */
  putSite(id: number, settings: SiteSettings): { site: Site; clockChanged: boolean } {
    const before = this.#db.select().from(site).where(eq(site.id, id)).get();
    const row = this.#db.update(site).set(columnsOf(settings)).where(eq(site.id, id)).returning().get();
    if (!before || !row) throw new Error(`site ${id} is not in the store`);
    this.directory.forget();
    return { site: siteOf(row), clockChanged: before.timeZone !== row.timeZone };
  }

  removeSite(id: number): void {
    for (const table of [...siteTables, secretKey, access, session, share, kiosk]) {
      this.#db.delete(table).where(eq(table.site, id)).run();
    }
    this.#db.delete(site).where(eq(site.id, id)).run();
    this.directory.forget();
  }

  /** From now on its identity secret is another one. */
  rotateIdentity(id: number): Site {
    const identityGeneration = sql`${site.identityGeneration} + 1`;
    const row = this.#db.update(site).set({ identityGeneration }).where(eq(site.id, id)).returning().get();
    if (!row) throw new Error(`site ${id} is not in the store`);
    return siteOf(row);
  }

  addKey(siteId: number, name: string, scopes: Scope[]): { key: KeyEntry; secretKey: string } {
    const secret = newSecret('sk');
    const row = this.#db
      .insert(secretKey)
      .values({ site: siteId, name, digest: digestOf(secret), scopes, createdAt: this.now() })
      .returning()
      .get();
    return { key: { ...row, scopes }, secretKey: secret };
  }

  revokeKey(siteId: number, id: number): boolean {
    const unrevoked = and(eq(secretKey.site, siteId), eq(secretKey.id, id), isNull(secretKey.revokedAt));
    return this.#db.update(secretKey).set({ revokedAt: this.now() }).where(unrevoked).run().changes > 0;
  }

  noteKeyUse(digest: Buffer, day: number): void {
    this.#db.update(secretKey).set({ lastUsedDay: day }).where(eq(secretKey.digest, digest)).run();
  }

  addAccess(siteId: number, name: string, role: Role): { access: AccessEntry; token: string } {
    const token = newSecret('at');
    const row = this.#db
      .insert(access)
      .values({ site: siteId, name, role, digest: digestOf(token), createdAt: this.now() })
      .returning()
      .get();
    return { access: row, token };
  }

  /** Revokes a person's access and ends their sessions. */
  revokeAccess(siteId: number, id: number): boolean {
    const unrevoked = and(eq(access.site, siteId), eq(access.id, id), isNull(access.revokedAt));
    const revoked = this.#db.update(access).set({ revokedAt: this.now() }).where(unrevoked).run().changes > 0;
    if (revoked) this.#db.delete(session).where(eq(session.access, id)).run();
    return revoked;
  }

  openSession(token: string, now: number): { session: string; expires: number } | null {
    const unused = and(eq(access.digest, digestOf(token)), isNull(access.usedAt), isNull(access.revokedAt));
    const person = this.#db.update(access).set({ usedAt: now }).where(unused).returning().get();
    if (!person) return null;
    this.#db.delete(session).where(lte(session.expiresAt, now)).run();
    const secret = newSecret('se');
    const expires = now + sessionMs;
    this.#db
      .insert(session)
      .values({ digest: digestOf(secret), site: person.site, access: person.id, createdAt: now, expiresAt: expires })
      .run();
    return { session: secret, expires };
  }

  closeSession(secret: string): void {
    this.#db
      .delete(session)
      .where(eq(session.digest, digestOf(secret)))
      .run();
  }

  /**
   * Declares a touchpoint, or changes it: every change makes a new version, saying the same again does not. One that was
   * merged into another counts for itself again from now on.
   */
  putTouchpoint(siteId: number, key: string, settings: TouchpointSettings): Touchpoint {
    this.directory.forget();
    const { entry, isNew } = this.#declared(siteId, key);
    const version = this.#saysTheSame(siteId, entry, settings, isNew) ? entry.version : entry.version + Number(!isNew);
    this.#db
      .insert(touchpointVersion)
      .values({ site: siteId, touchpoint: entry.id, version, settings, createdAt: this.now() })
      .onConflictDoNothing()
      .run();
    this.#db
      .update(touchpoint)
      .set({ version, confirmed: true, hidden: false })
      .where(and(eq(touchpoint.site, siteId), eq(touchpoint.id, entry.id)))
      .run();
    this.directory.addReasons(
      siteId,
      entry,
      settings.reasons.map((reason) => reason.key),
    );
    this.directory.forget();
    return { key, version, confirmed: true, settings };
  }

  /** As `putTouchpoint`, unless somebody has changed it since: `null` where `base` is not its version; 0 = not declared. */
  saveTouchpoint(siteId: number, key: string, settings: TouchpointSettings, base: number): Touchpoint | null {
    const ofKey = and(eq(touchpoint.site, siteId), eq(touchpoint.key, key));
    const current = this.#db.select({ version: touchpoint.version }).from(touchpoint).where(ofKey).get();
    return (current?.version ?? 0) === base ? this.putTouchpoint(siteId, key, settings) : null;
  }

  hideTouchpoint(siteId: number, key: string): boolean {
    return this.#setHidden(siteId, key, true);
  }

  showTouchpoint(siteId: number, key: string): boolean {
    return this.#setHidden(siteId, key, false);
  }

  /** Of one that was merged into another it says whether that is done. */
  #setHidden(siteId: number, key: string, hidden: boolean): boolean {
    const ofKey = and(eq(touchpoint.site, siteId), eq(touchpoint.key, key), isNull(touchpoint.mergedInto));
    const other = and(ofKey, eq(touchpoint.hidden, !hidden));
    return this.#db.update(touchpoint).set({ hidden }).where(other).run().changes > 0;
  }

  #declared(siteId: number, key: string) {
    const row = this.#db
      .select()
      .from(touchpoint)
      .where(and(eq(touchpoint.site, siteId), eq(touchpoint.key, key)))
      .get();
    if (row?.mergedInto) {
      this.#db
        .update(touchpoint)
        .set({ mergedInto: null })
        .where(and(eq(touchpoint.site, siteId), eq(touchpoint.id, row.id)))
        .run();
      this.directory.forget();
    }
    // The cap is for what is only heard: what a person declares always has its own place.
    const known = row && this.directory.touchpoint(siteId, key);
    return known
      ? { entry: known, isNew: false }
      : { entry: this.directory.addTouchpoint(siteId, key, true), isNew: true };
  }

  #saysTheSame(siteId: number, entry: { id: number; version: number }, settings: unknown, isNew: boolean): boolean {
    if (isNew) return false;
    const current = this.#db
      .select({ settings: touchpointVersion.settings })
      .from(touchpointVersion)
      .where(
        and(
          eq(touchpointVersion.site, siteId),
          eq(touchpointVersion.touchpoint, entry.id),
          eq(touchpointVersion.version, entry.version),
        ),
      )
      .get();
    return JSON.stringify(current?.settings) === JSON.stringify(settings);
  }
}

const columnsOf = ({ retentionDays, ...settings }: SiteSettings) => ({ ...settings, retention: retentionDays });
