import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import { digestOf } from '../secret.ts';
import type {
  AccessEntry,
  KeptTouchpoint,
  KeyEntry,
  KeyGrant,
  Scope,
  SessionGrant,
  Site,
  Touchpoint,
} from '../site.ts';
import { access, secretKey, segment, session, site, touchpoint, touchpointVersion } from './schema.ts';

export const siteOf = ({ createdAt, retention, ...row }: typeof site.$inferSelect): Site => ({
  ...row,
  retentionDays: retention,
});

const shown = eq(touchpoint.hidden, false);

/** Its own number, or that of the touchpoint that it was merged into. */
const countedAt = sql`coalesce(${touchpoint.mergedInto}, ${touchpoint.id})`;

/** Reads what was settled: sites, keys, access, touchpoints. */
export class SiteReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  listSites(): Site[] {
    return this.#db.select().from(site).orderBy(site.id).all().map(siteOf);
  }

  siteByPublicKey(publicKey: string): Site | null {
    const row = this.#db.select().from(site).where(eq(site.publicKey, publicKey)).get();
    return row ? siteOf(row) : null;
  }

  listKeys(siteId: number): KeyEntry[] {
    const rows = this.#db.select().from(secretKey).where(eq(secretKey.site, siteId)).orderBy(secretKey.id).all();
    return rows.map(({ digest, site: _, ...row }) => ({ ...row, scopes: row.scopes as Scope[] }));
  }

  grantOfKey(secret: string): (KeyGrant & { lastUsedDay: number | null; digest: Buffer }) | null {
    const digest = digestOf(secret);
    const row = this.#db
      .select()
      .from(secretKey)
      .innerJoin(site, eq(site.id, secretKey.site))
      .where(and(eq(secretKey.digest, digest), isNull(secretKey.revokedAt)))
      .get();
    if (!row) return null;
    const { scopes, lastUsedDay } = row.secret_key;
    return { site: siteOf(row.site), scopes: scopes as Scope[], lastUsedDay, digest };
  }

  listAccess(siteId: number): AccessEntry[] {
    const rows = this.#db.select().from(access).where(eq(access.site, siteId)).orderBy(access.id).all();
    return rows.map(({ digest, site: _, ...row }) => row);
  }

  grantOfSession(secret: string, now: number): { grant: SessionGrant; seenDay: number | null; digest: Buffer } | null {
    const digest = digestOf(secret);
    const row = this.#db
      .select()
      .from(session)
      .innerJoin(access, eq(access.id, session.access))
      .innerJoin(site, eq(site.id, session.site))
      .where(and(eq(session.digest, digest), isNull(access.revokedAt)))
      .get();
    if (!row || row.session.expiresAt <= now) return null;
    const { id, role, name } = row.access;
    return { grant: { site: siteOf(row.site), access: id, role, name }, seenDay: row.session.seenDay, digest };
  }

  listTouchpoints(siteId: number): Touchpoint[] {
    return this.#touchpoints(siteId, shown).orderBy(touchpoint.key).all().map(touchpointOf);
  }

  listKeptTouchpoints(siteId: number): KeptTouchpoint[] {
    const into = new Map(this.listMerged(siteId).map((merged) => [merged.key, merged.into]));
    const hidden = new Set(
      this.#db
        .select({ key: touchpoint.key })
        .from(touchpoint)
        .where(and(eq(touchpoint.site, siteId), eq(touchpoint.hidden, true)))
        .all()
        .map(({ key }) => key),
    );
    const kept = this.#touchpoints(siteId).orderBy(touchpoint.key).all();
    return kept.map((row) => ({
      ...touchpointOf(row),
      hidden: hidden.has(row.key),
      mergedInto: into.get(row.key) ?? null,
    }));
  }

  listMerged(siteId: number): { key: string; into: string }[] {
    const into = alias(touchpoint, 'target');
    return this.#db
      .select({ key: touchpoint.key, into: into.key })
      .from(touchpoint)
      .innerJoin(into, and(eq(into.site, touchpoint.site), eq(into.id, touchpoint.mergedInto)))
      .where(eq(touchpoint.site, siteId))
      .all();
  }

  getTouchpoint(siteId: number, key: string): Touchpoint | null {
    const row = this.#touchpoints(siteId, and(shown, eq(touchpoint.key, key))).get();
    return row ? touchpointOf(row) : null;
  }

  settingsOfVersion(siteId: number, key: string, version: number): TouchpointSettings | null {
    const row = this.#db
      .select({ settings: touchpointVersion.settings })
      .from(touchpointVersion)
      .innerJoin(
        touchpoint,
        and(eq(touchpoint.site, touchpointVersion.site), eq(touchpointVersion.touchpoint, countedAt)),
      )
      .where(and(eq(touchpoint.site, siteId), eq(touchpoint.key, key), eq(touchpointVersion.version, version)))
      .get();
    return (row?.settings as TouchpointSettings | undefined) ?? null;
  }

  listSegmentNames(siteId: number): string[] {
    const rows = this.#db.selectDistinct({ name: segment.name }).from(segment).where(eq(segment.site, siteId)).all();
    return rows.map(({ name }) => name);
  }

  listSegments(siteId: number): { name: string; value: string }[] {
    return this.#db
      .select({ name: segment.name, value: segment.value })
      .from(segment)
      .where(eq(segment.site, siteId))
      .orderBy(segment.name, segment.value)
      .all();
  }

  /** Whether a sign-in token is worth the transaction that uses it up. */
  isUnusedToken(token: string): boolean {
    const unused = and(eq(access.digest, digestOf(token)), isNull(access.usedAt), isNull(access.revokedAt));
    return this.#db.select({ id: access.id }).from(access).where(unused).get() !== undefined;
  }

  #touchpoints(siteId: number, condition?: SQL) {
    return this.#db
      .select({
        key: touchpoint.key,
        version: touchpoint.version,
        confirmed: touchpoint.confirmed,
        settings: touchpointVersion.settings,
      })
      .from(touchpoint)
      .innerJoin(
        touchpointVersion,
        and(
          eq(touchpointVersion.site, touchpoint.site),
          eq(touchpointVersion.touchpoint, touchpoint.id),
          eq(touchpointVersion.version, touchpoint.version),
        ),
      )
      .where(and(eq(touchpoint.site, siteId), condition));
  }
}

const touchpointOf = (row: Omit<Touchpoint, 'settings'> & { settings: unknown }): Touchpoint => ({
  ...row,
  settings: row.settings as TouchpointSettings,
});
