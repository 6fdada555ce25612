import type { MiddlewareHandler } from 'hono';
import { requireGrant } from '../access/bearer.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { ApiEnvironment } from './openApi.ts';

/** Lets through who has a secret key: reading wants the scope `read`, everything else `manage`. */
export const guard =
  (lookup: SiteLookup): MiddlewareHandler<ApiEnvironment> =>
  async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { site } = await requireGrant(c, lookup, reads ? 'read' : 'manage');
    c.set('site', site);
    await next();
  };
