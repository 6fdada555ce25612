import type { MiddlewareHandler } from 'hono';
import { requireGrant } from '../access/bearer.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { Scope } from '../store/site.ts';
import type { ApiEnvironment } from './openApi.ts';

/** Lets through who has a secret key: reading wants the scope `read`, everything else `manage`, unless another is named. */
export const guard =
  (lookup: SiteLookup, scope?: Scope): MiddlewareHandler<ApiEnvironment> =>
  async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { site } = await requireGrant(c, lookup, scope ?? (reads ? 'read' : 'manage'));
    c.set('site', site);
    await next();
  };
