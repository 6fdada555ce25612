import type { MiddlewareHandler } from 'hono';
import { styleSource } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** What every page of ours says to the browser: run nothing, load nothing, tell nobody, keep nothing. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  c.header('x-frame-options', 'DENY');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cache-control', 'no-store');
  c.header('vary', 'Cookie, Accept-Language');
  await next();
};
