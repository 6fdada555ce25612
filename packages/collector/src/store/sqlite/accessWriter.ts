import type Database from 'better-sqlite3';
import { and, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { digestOf, newSecret } from '../secret.ts';
import type { ShareEntry } from '../site.ts';
import { access, session, share } from './schema.ts';

/** The verbs about sessions and shares, each inside a transaction of the caller's. */
export class AccessWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  renewAccess(siteId: number, id: number): string | null {
    const token = newSecret('at');
    const unrevoked = and(eq(access.site, siteId), eq(access.id, id), isNull(access.revokedAt));
    const changes = this.#db
      .update(access)
      .set({ digest: digestOf(token), usedAt: null })
      .where(unrevoked)
      .run().changes;
    return changes > 0 ? token : null;
  }

  noteSessionUse(digest: Buffer, day: number): void {
    this.#db.update(session).set({ seenDay: day }).where(eq(session.digest, digest)).run();
  }

  endSession(siteId: number, digest: Buffer): boolean {
    const its = and(eq(session.site, siteId), eq(session.digest, digest));
    return this.#db.delete(session).where(its).run().changes > 0;
  }

  endSessionsOf(siteId: number, accessId: number): number {
    const theirs = and(eq(session.site, siteId), eq(session.access, accessId));
    return this.#db.delete(session).where(theirs).run().changes;
  }

  addShare(siteId: number, name: string, path: string): { share: ShareEntry; token: string } {
    const token = newSecret('sh');
    const row = this.#db
      .insert(share)
      .values({ site: siteId, name, path, digest: digestOf(token), createdAt: this.now() })
      .returning({ id: share.id, name: share.name, path: share.path, createdAt: share.createdAt })
      .get();
    return { share: row, token };
  }

  revokeShare(siteId: number, id: number): boolean {
    const unrevoked = and(eq(share.site, siteId), eq(share.id, id), isNull(share.revokedAt));
    return this.#db.update(share).set({ revokedAt: this.now() }).where(unrevoked).run().changes > 0;
  }
}
