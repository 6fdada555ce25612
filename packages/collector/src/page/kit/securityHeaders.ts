import type { MiddlewareHandler } from 'hono';
import { styleSource } from './style.ts';

/** What a page may do that others may not. */
export interface Allowed {
  /** Runs scripts of ours, which read from the collector; none of them makes markup of text. */
  scripts?: true;
  /** Shows a page of ours in a frame. */
  frames?: true;
  /** Is shown in a frame of a page of ours. */
  framed?: true;
  /** Has a style of its own: its source, for the policy. */
  style?: string;
  /** Tells not even pages of ours its address, which is a secret. Its forms then have no origin. */
  secretAddress?: true;
  /** Is the same for everybody: anybody may keep it, and must ask about it. */
  sameForAll?: true;
}

const policyOf = ({ scripts, frames, framed, style = styleSource }: Allowed) =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    "img-src 'self' data:",
    ...(scripts ? ["script-src 'self'", "connect-src 'self'"] : []),
    ...(frames ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
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

const headersFor = (allowed: Allowed) => ({
  'content-security-policy': policyOf(allowed),
  'x-content-type-options': 'nosniff',
  'x-frame-options': allowed.framed ? 'SAMEORIGIN' : 'DENY',
  // To no other site. Told nothing at all, browsers hide the origin of our own forms too, and over plain http, where they
  // send no Sec-Fetch-Site either, nothing would tell these from other sites' forms.
  'referrer-policy': allowed.secretAddress ? 'no-referrer' : 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions.join(', '),
  ...(allowed.sameForAll
    ? { 'cache-control': 'no-cache' }
    : { 'cache-control': 'no-store', vary: 'Cookie, Accept-Language' }),
});

/** A year, as browsers' preload lists want it at least; only for this very host. */
const httpsOnly = 'max-age=31536000';

/** What every page of ours says to the browser, also where it fails: run nothing, load nothing, tell nobody, keep nothing. */
export const securityHeaders = (publicUrl: () => string, allowed: Allowed = {}): MiddlewareHandler => {
  const headers = headersFor(allowed);
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    // Over plain http browsers ignore it, and whoever tries Vivencia on one's own machine has no certificate.
    if (publicUrl().startsWith('https://')) c.res.headers.set('strict-transport-security', httpsOnly);
  };
};
