import { lastDays } from '../../stats/window.ts';
import type { PassCount } from '../../store/pass.ts';
import type { Site } from '../../store/site.ts';

/** So many days are told of what was not asked and what was refused, with today. */
const toldDays = 7;

/** Which counts the page tells of. */
export const lastWeek = ({ id, timeZone }: Site, now: number) => ({ site: id, ...lastDays(toldDays, now, timeZone) });

/** Passes of all touchpoints together: how many were asked, and why the others were not, most frequent first. */
export function passesByReason(passes: readonly PassCount[]) {
  let asked = 0;
  const byReason = new Map<string, number>();
  for (const { reason, count } of passes) {
    if (reason === null) asked += count;
    else byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  }
  const suppressed = Array.from(byReason, ([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { asked, suppressed };
}
