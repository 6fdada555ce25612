import { channels } from '@vivencia/contract/response';
import type { NewInteraction } from '../interaction.ts';
import type { interaction } from './schema.ts';

export type InteractionRow = typeof interaction.$inferSelect;

/** Numbers that stand for an interaction's words. */
interface InteractionNumbers {
  touchpoint: number;
  segments: number[];
}

export const interactionRow = (
  told: NewInteraction,
  { touchpoint, segments }: InteractionNumbers,
  armedUntil: number | null,
): InteractionRow => ({
  site: told.site,
  id: told.interaction,
  touchpoint,
  endedAt: told.endedAt,
  receivedAt: told.received,
  respondent: told.respondent,
  channel: told.channel ? channels.indexOf(told.channel) + 1 : 0,
  segments: segments.length ? segments : null,
  unexpected: Number(told.unexpected),
  armedUntil,
});

/** Retention deletes no name earlier than this, in milliseconds. */
const dayMs = 24 * 60 * 60 * 1000;

/** Whether an interaction is told of again, in the same words but for how long it shall be armed. */
export function saysTheSame(stored: InteractionRow, told: InteractionRow): boolean {
  // An end in the future became the moment when it came.
  const wasFuture = stored.endedAt === stored.receivedAt && told.endedAt >= stored.endedAt;
  // What retention deletes was said all the same.
  const mayBeRetired = told.receivedAt - stored.receivedAt >= dayMs && stored.respondent === null;
  return (
    stored.touchpoint === told.touchpoint &&
    (stored.endedAt === told.endedAt || wasFuture) &&
    (stored.respondent === told.respondent || mayBeRetired) &&
    stored.channel === told.channel &&
    stored.unexpected === told.unexpected &&
    JSON.stringify(stored.segments) === JSON.stringify(told.segments)
  );
}
