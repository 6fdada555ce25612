import { armableAgeMs } from '@vivencia/contract/interaction';
import { overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { NewInteraction, NotAsked, ToldInteraction } from '../interaction.ts';
import { lotOf } from '../lotOf.ts';
import { AskedBefore } from './askedBefore.ts';
import { type InteractionRow, interactionRow, saysTheSame } from './interactionRow.ts';
import type { PassRecorder } from './passRecorder.ts';
import { prepareQuery } from './preparedQuery.ts';
import { interaction } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import type { TouchpointEntry } from './siteEntry.ts';
import { ToldBefore } from './toldBefore.ts';

/** Keeps interactions that backends tell of, each once, inside a transaction of the caller's. */
export class InteractionRecorder {
  readonly #db;
  readonly #askedBefore;
  readonly #toldBefore;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    passes: PassRecorder,
  ) {
    this.#db = drizzle(connection);
    this.#askedBefore = new AskedBefore(connection);
    this.#toldBefore = new ToldBefore(connection, directory, passes);
  }

  /** Counts it among those that passed, unless it was told of before or a page has asked about it. */
  record(told: NewInteraction): ToldInteraction {
    if (this.directory.timeZone(told.site) === null) return { refused: 'unknown_site' };
    const stored = this.#stored(told);
    if (stored) return this.#toldAgain(stored, told);
    if (this.#isContradicted(told)) return { refused: 'interaction_conflict' };
    const touchpoint = this.directory.ensureTouchpoint(told.site, told.touchpoint);
    const segments = told.segment.map(([name, value]) => this.directory.ensureSegment(told.site, name, value));
    const notAsked = this.#reasons(told, touchpoint);
    const armedUntil = told.received + told.armMs;
    const armed = isArmed(notAsked, armedUntil);
    const numbers = { touchpoint: touchpoint.id, segments: unique(segments) };
    this.#toldBefore.pass(told);
    this.#db
      .insert(interaction)
      .values(interactionRow(told, numbers, armed ? armedUntil : null))
      .run();
    return { armed, notAsked };
  }

  /** What `record` would say, and leaves no trace. */
  explain(told: NewInteraction): ToldInteraction {
    if (this.directory.timeZone(told.site) === null) return { refused: 'unknown_site' };
    const stored = this.#stored(told);
    if (stored) return this.#toldAgain(stored, told);
    if (this.#isContradicted(told)) return { refused: 'interaction_conflict' };
    const notAsked = this.#reasons(told, this.directory.touchpoint(told.site, told.touchpoint));
    return { armed: isArmed(notAsked, told.received + told.armMs), notAsked };
  }

  #stored({ site, interaction: id }: NewInteraction): InteractionRow | undefined {
    const ofId = and(eq(interaction.site, site), eq(interaction.id, id));
    return this.#db.select().from(interaction).where(ofId).get();
  }

  #toldAgain(stored: InteractionRow, told: NewInteraction): ToldInteraction {
    const again = this.#lookedUp(told);
    const touchpoint = this.#toldBefore.touchpointOf(told.site, stored.touchpoint, again.touchpoint);
    if (!saysTheSame({ ...stored, touchpoint }, again)) return { refused: 'interaction_conflict' };
    const notAsked = this.#reasons(told, this.directory.touchpoint(told.site, told.touchpoint));
    const isOver = (stored.armedUntil ?? 0) <= told.received;
    if (isOver) notAsked.push({ reason: 'already_recorded', until: null });
    return { armed: stored.armedUntil !== null, notAsked };
  }

  /** Whether an invitation said something else of it. */
  #isContradicted(told: NewInteraction): boolean {
    const said = { ...this.#lookedUp(told), at: told.received };
    return this.#toldBefore.contradicts(told.site, told.interaction, said);
  }

  /** It as it would be kept; creates nothing. */
  #lookedUp(told: NewInteraction): InteractionRow {
    const segments = told.segment.map(([name, value]) => this.directory.segment(told.site, name, value));
    const touchpoint = this.directory.touchpoint(told.site, told.touchpoint)?.id ?? 0;
    return interactionRow(told, { touchpoint, segments: unique(segments) }, null);
  }

  /** Why nobody would be asked about it now. */
  #reasons(told: NewInteraction, touchpoint: TouchpointEntry | null): NotAsked[] {
    const { site, interaction: id, respondent, received } = told;
    const rules = this.#askedBefore.rules(site, touchpoint?.id ?? null);
    const isOverflow = touchpoint?.key === overflowKey && told.touchpoint !== overflowKey;
    const lasting: [NotAsked['reason'], boolean | undefined | null][] = [
      ['no_respondent', respondent === null],
      ['not_to_arm', told.armMs === 0],
      ['ended_too_long_ago', received - told.endedAt > armableAgeMs],
      ['hidden_touchpoint', rules?.hidden],
      ['too_many_touchpoints', isOverflow],
      ['sampled', rules && lotOf(site, told.touchpoint, id) >= rules.sampling],
      ['already_asked', this.#toldBefore.wasAskedAbout(site, id)],
    ];
    const reasons: NotAsked[] = lasting.flatMap(([reason, holds]) => (holds ? [{ reason, until: null }] : []));
    const isSpared = told.unexpected || rules?.unexpected;
    if (respondent === null || !rules || isSpared) return reasons;
    return [...reasons, ...this.#askedBefore.reasonsToWait(site, respondent, rules, received)];
  }
}

/** What passes before it is armed no longer only puts off. */
const isArmed = (notAsked: readonly NotAsked[], armedUntil: number) =>
  notAsked.every(({ until }) => until !== null && until < armedUntil);

const unique = (numbers: number[]) => [...new Set(numbers)];

/** Prepares what ends the wait of an interaction that was asked about. When it was armed stays known: it was. */
export const prepareDisarm = (connection: Database.Database) =>
  prepareQuery(
    connection,
    drizzle(connection)
      .update(interaction)
      .set({ armedUntil: sql`${interaction.receivedAt}` })
      .where(
        and(
          eq(interaction.site, sql.placeholder('site')),
          eq(interaction.id, sql.placeholder('interaction')),
          gt(interaction.armedUntil, interaction.receivedAt),
        ),
      ),
  ).run;
