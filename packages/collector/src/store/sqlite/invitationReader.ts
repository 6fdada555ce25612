import type { Channel } from '@vivencia/contract/response';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import { idBytes } from '../idBytes.ts';
import type { Invitation } from '../invitation.ts';
import { answersOfAnother } from './answeredByAnother.ts';
import { channelOf } from './responseRow.ts';
import { completed, saidOf } from './saidOf.ts';
import { invitation, response, site, touchpoint, touchpointVersion } from './schema.ts';
import { segmentWords } from './segmentWords.ts';

/** Reads links, and what is asked by them. */
export class InvitationReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  getInvitation(siteId: number, id: string): Invitation | null {
    const own = alias(touchpoint, 'own');
    const row = this.#db
      .select({
        invitation,
        siteName: site.name,
        key: touchpoint.key,
        version: touchpoint.version,
        settings: touchpointVersion.settings,
        answeredAt: sql<number | null>`${response.at} + ${response.answeredAfter}`,
      })
      .from(invitation)
      .innerJoin(site, eq(site.id, invitation.site))
      .innerJoin(own, and(eq(own.site, invitation.site), eq(own.id, invitation.touchpoint)))
      .innerJoin(
        touchpoint,
        and(eq(touchpoint.site, own.site), eq(touchpoint.id, sql`coalesce(${own.mergedInto}, ${own.id})`)),
      )
      .innerJoin(
        touchpointVersion,
        and(
          eq(touchpointVersion.site, touchpoint.site),
          eq(touchpointVersion.touchpoint, touchpoint.id),
          eq(touchpointVersion.version, touchpoint.version),
        ),
      )
      .leftJoin(response, and(eq(response.id, invitation.id), eq(response.site, invitation.site)))
      .where(and(eq(invitation.id, idBytes(id)), eq(invitation.site, siteId)))
      .get();
    if (!row) return null;
    const kept = row.invitation;
    const others = kept.interaction === null ? [] : saidOf(this.#db, siteId, kept.interaction);
    const said = completed({ ...kept, at: kept.createdAt }, others);
    return {
      id,
      site: kept.site,
      interaction: kept.interaction,
      respondent: said.respondent,
      endedAt: said.endedAt ?? kept.createdAt,
      createdAt: kept.createdAt,
      expiresAt: kept.expiresAt,
      cancelledAt: kept.cancelledAt,
      locale: kept.locale,
      channel: channelOf(kept.channel) as Channel,
      segment: segmentWords(this.#db, siteId, said.segments),
      unexpected: said.unexpected === 1,
      siteName: row.siteName,
      touchpoint: { key: row.key, version: row.version, settings: row.settings as TouchpointSettings },
      answeredAt: row.answeredAt ?? this.#answeredByAnother(siteId, id),
    };
  }

  /** When somebody else's answer to its interaction came. */
  #answeredByAnother(siteId: number, id: string): number | null {
    const first = this.#db
      .select({ at: sql<number | null>`min(${response.at} + ${response.answeredAfter})` })
      .from(invitation)
      .innerJoin(response, answersOfAnother)
      .where(and(eq(invitation.id, idBytes(id)), eq(invitation.site, siteId)))
      .get();
    return first?.at ?? null;
  }
}
