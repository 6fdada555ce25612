import type Database from 'better-sqlite3';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { digestOf } from '../secret.ts';
import type { SessionEntry, ShareEntry, ShareGrant } from '../site.ts';
import { access, session, share, site } from './schema.ts';
import { siteOf } from './siteReader.ts';

/** Reads who is signed in, and what is shared. */
export class AccessReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  sessions(siteId: number, now: number): SessionEntry[] {
    return this.#db
      .select({
        digest: session.digest,
        access: session.access,
        name: access.name,
        createdAt: session.createdAt,
        seenDay: session.seenDay,
      })
      .from(session)
      .innerJoin(access, eq(access.id, session.access))
      .where(and(eq(session.site, siteId), gt(session.expiresAt, now), isNull(access.revokedAt)))
      .orderBy(desc(session.createdAt))
      .all()
      .map(({ digest, ...row }) => ({ id: digest.toString('base64url'), ...row }));
  }

  shares(siteId: number): ShareEntry[] {
    return this.#db
      .select({ id: share.id, name: share.name, path: share.path, createdAt: share.createdAt })
      .from(share)
      .where(and(eq(share.site, siteId), isNull(share.revokedAt)))
      .orderBy(desc(share.id))
      .all();
  }

  grantOfShare(token: string): ShareGrant | null {
    const row = this.#db
      .select()
      .from(share)
      .innerJoin(site, eq(site.id, share.site))
      .where(and(eq(share.digest, digestOf(token)), isNull(share.revokedAt)))
      .get();
    return row ? { site: siteOf(row.site), name: row.share.name, path: row.share.path } : null;
  }
}
