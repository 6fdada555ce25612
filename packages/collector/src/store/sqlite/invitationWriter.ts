import { channels } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, eq, isNull } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { NewInvitation } from '../invitation.ts';
import type { PassRecorder } from './passRecorder.ts';
import { idBytes } from './responseRow.ts';
import { interaction, invitation, response } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import type { TouchpointEntry } from './siteEntry.ts';

/** What an interaction says that its invitation shares. */
type Shared = Pick<
  typeof interaction.$inferInsert,
  'respondent' | 'endedAt' | 'channel' | 'segments' | 'unexpected' | 'touchpoint'
>;

/** Keeps links, inside a transaction of the caller's. */
export class InvitationWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly passes: PassRecorder,
  ) {
    this.#db = drizzle(connection);
  }

  /** The interaction that it is for is recorded with it, once; `interaction_conflict` where that was at another touchpoint. */
  add(given: NewInvitation): 'added' | 'interaction_conflict' | 'unknown_site' {
    const { id, site, createdAt, expiresAt, locale } = given;
    if (this.directory.timeZone(site) === null) return 'unknown_site';
    const recorded = given.interaction === null ? undefined : this.#recorded(site, given.interaction);
    const known = this.directory.touchpoint(site, given.touchpoint);
    if (recorded && recorded.touchpoint !== known?.id) return 'interaction_conflict';
    const touchpoint = known ?? this.directory.ensureTouchpoint(site, given.touchpoint);
    const said = this.#said(given, touchpoint);
    if (!recorded) this.#pass(given, said);
    const shared = recorded ? completed(said, recorded, given) : said;
    this.#db
      .insert(invitation)
      .values({
        ...shared,
        id: idBytes(id),
        site,
        interaction: given.interaction,
        createdAt,
        expiresAt,
        cancelledAt: null,
        locale,
      })
      .run();
    return 'added';
  }

  /** Whether there is such an invitation. An answer that it has had stays. */
  cancel(site: number, id: string, now: number): boolean {
    const its = and(eq(invitation.id, idBytes(id)), eq(invitation.site, site));
    const { changes } = this.#db
      .update(invitation)
      .set({ cancelledAt: now })
      .where(and(its, isNull(invitation.cancelledAt)))
      .run();
    return changes > 0 || this.#db.select({ site: invitation.site }).from(invitation).where(its).get() !== undefined;
  }

  #said({ site, respondent, endedAt, createdAt, channel, segment, unexpected }: NewInvitation, to: TouchpointEntry) {
    const segments = new Set(segment.map(([name, value]) => this.directory.ensureSegment(site, name, value)));
    return {
      touchpoint: to.id,
      respondent,
      endedAt: endedAt ?? createdAt,
      channel: channels.indexOf(channel) + 1,
      segments: segments.size ? [...segments] : null,
      unexpected: Number(unexpected),
    };
  }

  #recorded(site: number, id: string) {
    const its = and(eq(interaction.site, site), eq(interaction.id, id));
    return this.#db.select().from(interaction).where(its).get();
  }

  /** Its interaction passed, unless a page counted it already; where it is of none, the invitation itself stands for it. */
  #pass({ site, touchpoint, interaction: id, createdAt }: NewInvitation, said: Shared): void {
    if (id !== null) {
      const values = { ...said, site, id, receivedAt: createdAt, armedUntil: null };
      this.#db.insert(interaction).values(values).run();
      const its = and(eq(response.site, site), eq(response.interaction, id));
      if (this.#db.select({ site: response.site }).from(response).where(its).get()) return;
    }
    this.passes.record({ site, touchpoint, outcome: 'recorded', reason: null, received: createdAt });
  }
}

/** What an invitation does not say itself is as its interaction was recorded. */
const completed = (said: Shared, recorded: Shared, given: NewInvitation): Shared => ({
  ...said,
  respondent: said.respondent ?? recorded.respondent ?? null,
  endedAt: given.endedAt ?? recorded.endedAt,
  segments: said.segments ?? recorded.segments ?? null,
  unexpected: Math.max(said.unexpected, recorded.unexpected),
});
