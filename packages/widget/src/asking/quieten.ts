import type { Ask } from '../ask.ts';
import type { VisitorMemory } from '../page.ts';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;
/** Earlier askings that are remembered, so that an interaction is asked about once. */
const mostKept = 50;

/**
 * The visitor's memory after a prompt was shown at `askedAt`, and after it was answered: until when this touchpoint, and
 * all of them, leave the visitor alone. The rules are those of the asking: a later change moves no earlier promise.
 */
export function quieten(
  memory: VisitorMemory,
  { touchpoint, interaction, again, gapMinutes, dailyCap }: Ask,
  askedAt: number,
  answered: boolean,
): VisitorMemory {
  const { answeredDays = 14, dismissedDays = 30 } = again ?? {};
  const after = {
    ...memory,
    [`${touchpoint} ${interaction ?? askedAt}`]: askedAt,
    [touchpoint]: askedAt + (answered ? answeredDays : dismissedDays) * dayMs,
  };
  // Names keep the order in which they came.
  const askings = Object.keys(after).filter((name) => name.includes(' '));
  for (const old of askings.slice(0, -mostKept)) delete after[old];
  // Of as many prompts as the cap allows in a day, the oldest has to be a day ago.
  const fromCap = dailyCap && (after[askings.at(-dailyCap) as string] as number) + dayMs;
  after[''] = Math.max(askedAt + gapMinutes * minuteMs, fromCap || 0);
  return after;
}
