import { isSameRespondent } from './interactionRow.ts';
import { wasFuture } from './saidOf.ts';
import type { invitation } from './schema.ts';

type InvitationRow = typeof invitation.$inferSelect;

const dayMs = 24 * 60 * 60 * 1000;

/** Ends are whole days, and less than a second, after the beginning. */
const daysOf = ({ createdAt, expiresAt }: InvitationRow) => Math.floor((expiresAt - createdAt) / dayMs);

/** Whether a link is asked for again, in the same words. */
export const isSameInvitation = (stored: InvitationRow, again: InvitationRow): boolean =>
  stored.touchpoint === again.touchpoint &&
  stored.interaction === again.interaction &&
  isSameRespondent(stored.respondent, again.respondent, again.createdAt - stored.createdAt) &&
  (stored.endedAt === again.endedAt || wasFuture(stored.endedAt, stored.createdAt, again.endedAt)) &&
  stored.locale === again.locale &&
  stored.channel === again.channel &&
  stored.unexpected === again.unexpected &&
  JSON.stringify(stored.segments) === JSON.stringify(again.segments) &&
  daysOf(stored) === daysOf(again);
