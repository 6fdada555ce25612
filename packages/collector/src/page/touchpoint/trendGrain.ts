import type { TrendGrain } from '../../stats/trendStretches.ts';
import type { Window } from '../../stats/window.ts';

/** Up to so many days a trend is drawn by day; more points than that are a blur on a phone. */
const mostDailyPoints = 62;

/** The step in which a window's trend is drawn: hours where it is of hours, or at most two days. */
export function trendGrain({ fromDay, toDay, hours }: Window): TrendGrain {
  const days = toDay - fromDay + 1;
  if (hours || days <= 2) return 'hour';
  return days <= mostDailyPoints ? 'day' : 'week';
}
