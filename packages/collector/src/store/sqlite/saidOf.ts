import { and, asc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { interaction, invitation } from './schema.ts';

/** What a backend said of an interaction, by itself or with an invitation: `null` where it left something out. */
export interface Said {
  touchpoint: number;
  /** When it was said; moments are milliseconds since 1970. */
  at: number;
  endedAt: number | null;
  respondent: string | null;
  segments: number[] | null;
  unexpected: number;
}

/** All that was said of an interaction: what a backend told of it first, then its invitations in order of time. */
export function saidOf(db: BetterSQLite3Database, site: number, id: string): Said[] {
  const told = db
    .select({
      touchpoint: interaction.touchpoint,
      at: interaction.receivedAt,
      endedAt: interaction.endedAt,
      respondent: interaction.respondent,
      segments: interaction.segments,
      unexpected: interaction.unexpected,
    })
    .from(interaction)
    .where(and(eq(interaction.site, site), eq(interaction.id, id)))
    .all();
  const invited = db
    .select({
      touchpoint: invitation.touchpoint,
      at: invitation.createdAt,
      endedAt: invitation.endedAt,
      respondent: invitation.respondent,
      segments: invitation.segments,
      unexpected: invitation.unexpected,
    })
    .from(invitation)
    .where(and(eq(invitation.site, site), eq(invitation.interaction, id)))
    .orderBy(asc(invitation.createdAt), asc(invitation.id))
    .all();
  return [...told, ...invited];
}

/** Something said, with what it leaves out as the first of others has it. */
export function completed(said: Said, others: Said[]): Said {
  const all = [said, ...others];
  const first = <Name extends keyof Said>(name: Name) => all.find((one) => one[name] !== null)?.[name] ?? null;
  return {
    ...said,
    endedAt: first('endedAt'),
    respondent: first('respondent'),
    segments: first('segments'),
    unexpected: Math.max(...all.map(({ unexpected }) => unexpected)),
  };
}

/** Whether two sayings of one interaction cannot both be true. What one of them leaves out is no contradiction. */
export const contradict = (before: Said, now: Said): boolean =>
  before.touchpoint !== now.touchpoint ||
  differ(before.respondent, now.respondent) ||
  differ(before.segments && JSON.stringify(before.segments), now.segments && JSON.stringify(now.segments)) ||
  (differ(before.endedAt, now.endedAt) && !wasFuture(before.endedAt, before.at, now.endedAt));

const differ = <T>(one: T | null, other: T | null) => one !== null && other !== null && one !== other;

/** An end in the future became the moment when it was first said. */
export const wasFuture = (endedAt: number | null, saidAt: number, again: number | null): boolean =>
  endedAt === saidAt && again !== null && again >= endedAt;
