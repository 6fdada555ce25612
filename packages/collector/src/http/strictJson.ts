import type { MiddlewareHandler } from 'hono';
import { parseJson } from './jsonBody.ts';
import { readBody } from './readBody.ts';

/**
 * Reads a route's JSON body as strictly as an answer's (media type, size, UTF-8, depth) before the route's own
 * validator sees it.
 */
export const strictJson: MiddlewareHandler = async (c, next) => {
  const value = parseJson(await readBody(c, { plainText: false }));
  c.req.bodyCache.json = Promise.resolve(value);
  await next();
};
