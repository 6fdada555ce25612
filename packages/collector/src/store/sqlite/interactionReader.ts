import { mostArmed } from '@vivencia/contract/interaction';
import type Database from 'better-sqlite3';
import { and, desc, eq, gt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { WaitingInteraction } from '../interaction.ts';
import { AskedBefore } from './askedBefore.ts';
import type { InteractionRow } from './interactionRow.ts';
import { channelOf } from './responseRow.ts';
import { interaction, touchpoint } from './schema.ts';
import { segmentWords } from './segmentWords.ts';

/** Whoever has more that waits is asked about the newest. */
const lookedAt = 20;

/** Reads what waits to be asked about. */
export class InteractionReader {
  readonly #db;
  readonly #askedBefore;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
    this.#askedBefore = new AskedBefore(connection);
  }

  /** The newest that a person may be asked about now, the newest first. */
  readArmed(siteId: number, respondent: string, now: number): WaitingInteraction[] {
    const rows = this.#db
      .select({ row: interaction, key: touchpoint.key })
      .from(interaction)
      .innerJoin(touchpoint, and(eq(touchpoint.site, interaction.site), eq(touchpoint.id, interaction.touchpoint)))
      .where(
        and(
          eq(interaction.site, siteId),
          eq(interaction.respondent, respondent),
          gt(interaction.armedUntil, now),
          eq(touchpoint.hidden, false),
        ),
      )
      .orderBy(desc(interaction.endedAt), interaction.id)
      .limit(lookedAt)
      .all();
    return rows
      .filter(({ row }) => !this.#mustWait(row, respondent, now))
      .slice(0, mostArmed)
      .map(({ row, key }) => ({
        touchpoint: key,
        interaction: row.id,
        endedAt: row.endedAt,
        unexpected: row.unexpected === 1,
        channel: channelOf(row.channel),
        segment: segmentWords(this.#db, siteId, row.segments),
      }));
  }

  #mustWait(row: InteractionRow, respondent: string, now: number): boolean {
    const rules = this.#askedBefore.rules(row.site, row.touchpoint);
    if (!rules || rules.unexpected || row.unexpected === 1) return false;
    return this.#askedBefore.reasonsToWait(row.site, respondent, rules, now).length > 0;
  }
}
