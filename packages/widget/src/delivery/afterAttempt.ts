/** What to do with a state after an attempt to deliver it: it arrived, it never will, or wait so many ms and try again. */
export type Verdict = 'delivered' | 'failed' | number;

const firstRetryMs = 1_000;
const longestRetryMs = 64_000;

/**
 * @param status HTTP status; 0 = no answer (offline, blocked, aborted)
 * @param failures attempts that failed before this one, in a row
 * @param retryAfter the answer's Retry-After, in seconds
 */
export function afterAttempt(status: number, failures: number, retryAfter?: string | null): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (status && status < 500 && ![408, 425, 429].includes(status)) return 'failed';
  return Math.max(Math.min(firstRetryMs * 2 ** failures, longestRetryMs), Number(retryAfter) * 1_000 || 0);
}
