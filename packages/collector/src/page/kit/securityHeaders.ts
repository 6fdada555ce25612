import type { MiddlewareHandler } from 'hono';
import { styleSource } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** What pages of ours never ask for. */
const permissions = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
].map((name) => `${name}=()`);

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions.join(', '),
  'cache-control': 'no-store',
  vary: 'Cookie, Accept-Language',
};

/** A year, as browsers' preload lists want it at least; only for this very host. */
const httpsOnly = 'max-age=31536000';

/** What every page of ours says to the browser, also where it fails: run nothing, load nothing, tell nobody, keep nothing. */
export const securityHeaders =
  (publicUrl: () => string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    // Over plain http browsers ignore it, and whoever tries Vivencia on one's own machine has no certificate.
    if (publicUrl().startsWith('https://')) c.res.headers.set('strict-transport-security', httpsOnly);
  };
