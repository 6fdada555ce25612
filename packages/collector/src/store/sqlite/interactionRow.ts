import { channels } from '@vivencia/contract/response';
import type { NewInteraction } from '../interaction.ts';
import { wasFuture } from './saidOf.ts';
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

/** Whether somebody is named again; what retention deletes was said all the same. */
export const isSameRespondent = (stored: string | null, again: string | null, afterMs: number) =>
  stored === again || (stored === null && afterMs >= dayMs);

/** Retention deletes no name earlier than this, in milliseconds. */
const dayMs = 24 * 60 * 60 * 1000;

/** Whether an interaction is told of again, in the same words but for how long it shall be armed. */
export function saysTheSame(stored: InteractionRow, told: InteractionRow): boolean {
  return (
    stored.touchpoint === told.touchpoint &&
    (stored.endedAt === told.endedAt || wasFuture(stored.endedAt, stored.receivedAt, told.endedAt)) &&
    isSameRespondent(stored.respondent, told.respondent, told.receivedAt - stored.receivedAt) &&
    stored.channel === told.channel &&
    stored.unexpected === told.unexpected &&
    JSON.stringify(stored.segments) === JSON.stringify(told.segments)
  );
}
