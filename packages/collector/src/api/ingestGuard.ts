import type { MiddlewareHandler } from 'hono';
import { requireGrant } from '../access/bearer.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import { Refusal } from '../http/problem.ts';
import type { RateLimit } from '../http/rateLimit.ts';
import { rateLimitHeaders } from '../http/rateLimitHeaders.ts';
import type { ApiEnvironment } from './openApi.ts';

/** Lets through who has a secret key with the scope `ingest`, as often as the site may deliver. */
export const ingestGuard =
  (lookup: SiteLookup, siteLimit: RateLimit, now: () => number): MiddlewareHandler<ApiEnvironment> =>
  async (c, next) => {
    const { site } = await requireGrant(c, lookup, 'ingest');
    const at = now();
    const wait = siteLimit.wait(site.publicKey, 1, at);
    const headers = () => rateLimitHeaders('site', siteLimit, site.publicKey, at);
    if (wait > 0) {
      throw new Refusal('too_many_requests', `Too many deliveries; try again in ${wait} s.`, [], wait, headers());
    }
    siteLimit.take(site.publicKey, 1, at);
    c.set('site', site);
    await next();
    for (const [name, value] of Object.entries(headers())) c.res.headers.set(name, value);
  };
