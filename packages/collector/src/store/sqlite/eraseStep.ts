import type Database from 'better-sqlite3';
import { and, eq, inArray, or } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { removeResponses, rowsInOneStep } from './removeResponses.ts';
import { interaction, invitation, response } from './schema.ts';
import { noteShreds } from './shreds.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/**
 * Deletes the next responses of one respondent: those that name them, and those to an interaction or an invitation that
 * a backend said was theirs. With the last ones goes what the backend said. How many responses they were, and whether
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
  const theirs = or(
    eq(response.respondent, respondent),
    inArray(response.interaction, db.select({ id: interaction.id }).from(interaction).where(ofInteraction)),
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
    const told =
      db.delete(interaction).where(ofInteraction).run().changes +
      db.delete(invitation).where(ofInvitation).run().changes;
    if (told > 0) noteShreds(connection);
  }
  return { erased: rows.length, isLast };
}
