import type { MiddlewareHandler } from 'hono';

/**
 * What every answer says unless its route says otherwise: read it as the type it is, keep no copy, and no page of
 * another origin may read or embed it.
 */
export const lockedByDefault: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin');
};

/** For what other people's pages load: their embedder policies must not block it. */
export const forAnyPage: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('access-control-allow-origin', '*');
  c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
};
