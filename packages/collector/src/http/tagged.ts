import { every } from 'hono/combine';
import { etag } from 'hono/etag';
import { createMiddleware } from 'hono/factory';

/** An answer that a client may keep for itself and must ask about: 304 where it is what it was. */
const keptPrivately = createMiddleware(async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  c.res.headers.set('cache-control', 'private, no-cache');
  c.res.headers.set('vary', 'Authorization');
});

/** An answer that anybody may keep, and must ask about. */
const keptByAnybody = createMiddleware(async (c, next) => {
  await next();
  if (c.res.status === 200) c.res.headers.set('cache-control', 'no-cache');
});

/** For reads: their answers carry an ETag, and `If-None-Match` spares what is known already. */
export const tagged = every(etag(), keptPrivately);
export const taggedForAnybody = every(etag(), keptByAnybody);
