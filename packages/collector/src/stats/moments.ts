import { hourStart } from '../tally/bucket.ts';
import { dayStart } from '../tally/dayStart.ts';
import type { Window } from './window.ts';

const hourMs = 60 * 60 * 1000;

/** The moments of a window, in milliseconds since 1970: from here on, and before `to`. */
export const momentsOf = ({ fromDay, toDay, hours }: Window, timeZone: string): { from: number; to: number } => ({
  from: hours ? hourStart(hours.first) : dayStart(fromDay, timeZone),
  to: hours ? hourStart(hours.last) + hourMs : dayStart(toDay + 1, timeZone),
});
