import { channels } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { idBytes } from '../idBytes.ts';
import type { AddedInvitation, NewInvitation } from '../invitation.ts';
import { isSameInvitation } from './invitationRow.ts';
import type { PassRecorder } from './passRecorder.ts';
import { invitation, response } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { ToldBefore } from './toldBefore.ts';

/** Keeps links, inside a transaction of the caller's. */
export class InvitationWriter {
  readonly #db;
  readonly #toldBefore;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    passes: PassRecorder,
  ) {
    this.#db = drizzle(connection);
    this.#toldBefore = new ToldBefore(connection, directory, passes);
  }

  /** The interaction that it is for passes with it, once. */
  add(given: NewInvitation): AddedInvitation {
    const { id, site } = given;
    if (this.directory.timeZone(site) === null) return 'unknown_site';
    const known = this.directory.touchpoint(site, given.touchpoint)?.id ?? 0;
    const said = rowOf(given, known, (name, value) => this.directory.segment(site, name, value));
    const stored = this.#db.select().from(invitation).where(ofId(site, id)).get();
    if (stored) {
      const touchpoint = this.#toldBefore.touchpointOf(site, stored.touchpoint, said.touchpoint);
      return isSameInvitation({ ...stored, touchpoint }, said) ? 'added' : 'invitation_conflict';
    }
    if (this.#isResponse(site, id)) return 'invitation_conflict';
    const { interaction } = given;
    if (interaction !== null && this.#toldBefore.contradicts(site, interaction, { ...said, at: given.createdAt })) {
      return 'interaction_conflict';
    }
    const touchpoint = this.directory.ensureTouchpoint(site, given.touchpoint).id;
    const row = rowOf(given, touchpoint, (name, value) => this.directory.ensureSegment(site, name, value));
    this.#toldBefore.pass({ site, interaction, touchpoint: given.touchpoint, received: given.createdAt });
    this.#db.insert(invitation).values(row).run();
    return 'added';
  }

  /** Whether there is such an invitation. An answer that it has had stays. */
  cancel(site: number, id: string, now: number): boolean {
    const its = ofId(site, id);
    const { changes } = this.#db
      .update(invitation)
      .set({ cancelledAt: now })
      .where(and(its, isNull(invitation.cancelledAt)))
      .run();
    return changes > 0 || this.#db.select({ site: invitation.site }).from(invitation).where(its).get() !== undefined;
  }

  #isResponse(site: number, id: string): boolean {
    const its = and(eq(response.id, idBytes(id)), eq(response.site, site));
    return this.#db.select({ site: response.site }).from(response).where(its).get() !== undefined;
  }
}

const ofId = (site: number, id: string) => and(eq(invitation.id, idBytes(id)), eq(invitation.site, site));

function rowOf(given: NewInvitation, touchpoint: number, numberOf: (name: string, value: string) => number) {
  const segments = [...new Set(given.segment.map(([name, value]) => numberOf(name, value)))];
  return {
    id: idBytes(given.id),
    site: given.site,
    touchpoint,
    interaction: given.interaction,
    respondent: given.respondent,
    endedAt: given.endedAt,
    createdAt: given.createdAt,
    expiresAt: given.expiresAt,
    cancelledAt: null,
    locale: given.locale,
    channel: channels.indexOf(given.channel) + 1,
    segments: segments.length ? segments : null,
    unexpected: Number(given.unexpected),
  };
}
