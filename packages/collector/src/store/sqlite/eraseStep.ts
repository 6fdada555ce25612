import type Database from 'better-sqlite3';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { removeResponses, rowsInOneStep } from './removeResponses.ts';
import { interaction, invitation, response } from './schema.ts';
import { noteShreds } from './shreds.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/**
 * Deletes the next responses of one respondent: those that name them, and those to an interaction or an invitation that
 * a backend said was theirs. With the last ones goes what the backend said, also where it named nobody with it. How many responses they were, and whether
 * there may be more.
 */
export function eraseStep(
  connection: Database.Database,
  directory: SiteDirectory,
  siteId: number,
  respondent: string,
): { erased: number; isLast: boolean } {
  const db = drizzle(connection);
  const ofInteraction = and(eq(interaction.site, siteId), eq(interaction.respondent, respondent));
  const ofInvitation = and(eq(invitation.site, siteId), eq(invitation.respondent, respondent));
  const told = db.select({ id: interaction.id }).from(interaction).where(ofInteraction);
  const invited = db.select({ id: invitation.interaction }).from(invitation).where(ofInvitation);
  const theirs = or(
    eq(response.respondent, respondent),
    inArray(response.interaction, told),
    inArray(response.interaction, invited),
    inArray(response.id, db.select({ id: invitation.id }).from(invitation).where(ofInvitation)),
  );
  const rows = db
    .select()
    .from(response)
    .where(and(eq(response.site, siteId), theirs))
    .limit(rowsInOneStep)
    .all();
  removeResponses(connection, directory, siteId, rows);
  const isLast = rows.length < rowsInOneStep;
  if (isLast) {
    const isTheirs = or(inArray(invitation.interaction, told), inArray(invitation.interaction, invited));
    const nameless = and(eq(invitation.site, siteId), isNull(invitation.respondent), isTheirs);
    const ofInvited = and(eq(interaction.site, siteId), inArray(interaction.id, invited));
    // Those that name them last: by them the others are found.
    const deleted = [
      db.delete(invitation).where(nameless).run(),
      db.delete(interaction).where(ofInvited).run(),
      db.delete(interaction).where(ofInteraction).run(),
      db.delete(invitation).where(ofInvitation).run(),
    ];
    if (deleted.some(({ changes }) => changes > 0)) noteShreds(connection);
  }
  return { erased: rows.length, isLast };
}
