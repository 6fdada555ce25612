import type { AgainRule } from '@vivencia/contract/touchpoint';
import type { NotAsked } from './interaction.ts';

/** When somebody was asked, whatever device that was on. */
export interface EarlierAsking {
  /** Number of the touchpoint. */
  touchpoint: number;
  /** Milliseconds since 1970. */
  at: number;
  answered: boolean;
}

interface QuietRules {
  touchpoint: number;
  again: AgainRule;
  gapMinutes: number;
  /** 0: none. */
  dailyCap: number;
}

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/**
 * Why somebody who was asked before is left alone now. The widget's own rules, which know one browser: these know the
 * person.
 *
 * @param earlier the newest first
 */
export function reasonsToWait(
  { touchpoint, again, gapMinutes, dailyCap }: QuietRules,
  earlier: readonly EarlierAsking[],
  now: number,
): NotAsked[] {
  const here = earlier.find((asking) => asking.touchpoint === touchpoint);
  const days = here?.answered ? again.answeredDays : again.dismissedDays;
  const lastOfCap = dailyCap > 0 ? earlier[dailyCap - 1] : undefined;
  const ends: [NotAsked['reason'], number | undefined][] = [
    ['cooldown', here && here.at + days * dayMs],
    ['gap', earlier[0] && earlier[0].at + gapMinutes * minuteMs],
    ['daily_cap', lastOfCap && lastOfCap.at + dayMs],
  ];
  return ends.flatMap(([reason, until]) => (until !== undefined && until > now ? [{ reason, until }] : []));
}
