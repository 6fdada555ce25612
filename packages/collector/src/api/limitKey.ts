import type { MiddlewareHandler } from 'hono';
import { secretKeyOf } from '../access/bearer.ts';
import { Refusal } from '../http/problem.ts';
import type { RateLimit } from '../http/rateLimit.ts';
import { rateLimitHeaders } from '../http/rateLimitHeaders.ts';
import { digestOf } from '../store/secret.ts';

/** What one secret key may ask in a minute; behind the guard, so that there is a key. Each answer says what is left. */
export const limitKey =
  (limit: RateLimit, now: () => number): MiddlewareHandler =>
  async (c, next) => {
    if (limit.isNone) return next();
    // Of the key, not of the header: that may be written in as many ways as there are spaces.
    const key = digestOf(secretKeyOf(c.req.header('authorization') ?? '') ?? '').toString('base64');
    const headers = () => rateLimitHeaders('key', limit, key, now());
    const wait = limit.wait(key, 1, now());
    if (wait > 0) {
      throw new Refusal('too_many_requests', `Too many requests; try again in ${wait} s.`, [], wait, headers());
    }
    limit.take(key, 1, now());
    await next();
    for (const [name, value] of Object.entries(headers())) c.res.headers.set(name, value);
  };
