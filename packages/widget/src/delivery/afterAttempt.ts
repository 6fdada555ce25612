import { maximumAgeMs } from '@vivencia/contract/response';

/** What the collector says of one state. */
export interface Verdict {
  outcome?: string;
  /** Why it is refused. */
  code?: string;
}

/** A body of the collector's: about a single state, about several, or a problem. */
type Said = (Verdict & { results?: Verdict[] }) | null | undefined;

const firstRetryMs = 1_000;
const longestRetryMs = 64_000;

/** Statuses that time may cure, though they are 4xx. */
const passing = [408, 425, 429];
/** Statuses about who delivers, not about what. */
const aboutAll = [401, 403];

/**
 * What comes after an attempt to deliver `count` states: milliseconds until the next one, or a verdict on each state.
 * No verdicts at all: the batch was refused as one, which does not say that each of them would be.
 *
 * @param answer `undefined` = none (offline, blocked, aborted)
 * @param said the answer's body; `undefined` = not JSON
 * @param failures attempts that failed before this one, in a row
 * @param now epoch milliseconds
 */
export function afterAttempt(
  answer: Response | undefined,
  said: unknown,
  count: number,
  failures: number,
  now: number,
): number | Verdict[] {
  const words = said as Said;
  let wanted: number | undefined;
  if (answer) {
    const { ok, status, headers } = answer;
    if (ok) {
      const results = count > 1 ? words?.results : [words as Verdict];
      // A success in other words is somebody else's: of a hotel's network, of a proxy.
      if (results?.[0]?.outcome) return results;
    } else if (status < 500 && !passing.includes(status)) {
      if (count > 1 && !aboutAll.includes(status)) return [];
      // A refusal in other words is somebody else's, too.
      if (words?.code) return Array(count).fill({ outcome: 'refused', code: words.code });
    }
    const retryAfter = headers.get('retry-after') as string;
    wanted = Number(retryAfter) * 1_000 || Date.parse(retryAfter) - now;
  }
  // Nothing waits longer than it is kept; setTimeout would take such a wait for none at all.
  return Math.min(Math.max(Math.min(firstRetryMs * 2 ** failures, longestRetryMs), wanted || 0), maximumAgeMs);
}
