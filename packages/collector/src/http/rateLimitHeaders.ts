import type { RateLimit } from './rateLimit.ts';

/** Seconds of the window that a limit's quota is for. */
const windowSeconds = 60;

/**
 * What a client is told of the limit that it is under: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 * `r` is what is left now, `t` the seconds after which all of it is there again. Nothing where there is no limit.
 *
 * @param policy the limit's name
 */
export function rateLimitHeaders(
  policy: string,
  limit: RateLimit,
  key: string,
  now: number,
): { 'ratelimit-policy'?: string; ratelimit?: string } {
  if (limit.isNone) return {};
  const left = limit.left(key, now);
  const seconds = Math.ceil(((limit.perMinute - left) / limit.perMinute) * windowSeconds);
  return {
    'ratelimit-policy': `"${policy}";q=${limit.perMinute};w=${windowSeconds}`,
    ratelimit: `"${policy}";r=${Math.floor(left)};t=${seconds}`,
  };
}
