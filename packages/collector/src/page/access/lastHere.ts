import type { AccessEntry, SessionEntry } from '../../store/site.ts';
import { dayOf } from '../../tally/bucket.ts';

/**
 * When somebody was here last, as a local date of the site in days since 1970-01-01: by a session that is open, or else
 * when they signed in; `null` where they never did.
 */
export function lastHere({ id, usedAt }: AccessEntry, sessions: readonly SessionEntry[], timeZone: string) {
  const seen = sessions.flatMap(({ access, seenDay }) => (access === id && seenDay !== null ? [seenDay] : []));
  if (seen.length > 0) return Math.max(...seen);
  return usedAt === null ? null : dayOf(usedAt, timeZone);
}
