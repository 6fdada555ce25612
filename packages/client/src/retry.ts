import type { VivenciaError } from './vivenciaError.ts';

const passing = [408, 425, 429];

/** What a request failed of before anything was done for it: any may be made again. */
const undone = ['request_timeout', 'too_many_requests', 'store_unavailable'];

/**
 * Whether a request that failed is worth another attempt.
 *
 * @param idempotent whether making it twice does what making it once does
 */
export function isWorthAnother({ code, status }: VivenciaError, idempotent: boolean): boolean {
  if (!idempotent) return undone.includes(code) || status === 425 || status === 429;
  return status === null || status >= 500 || passing.includes(status);
}

const firstMs = 250;
const longestMs = 8_000;

/**
 * Milliseconds until the next attempt: twice as long each time, half of it at random, so that clients that failed
 * together do not come back together; never earlier than the collector said.
 *
 * @param attempt attempts before this one that failed, from 1
 * @param retryAfter seconds
 * @param random 0…1
 */
export function waitMs(attempt: number, retryAfter: number | undefined, random: number): number {
  const most = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  if (retryAfter === undefined) return (most * (1 + random)) / 2;
  return retryAfter * 1_000 + firstMs * random;
}

/** Rejects with the signal's reason as soon as it is aborted. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
