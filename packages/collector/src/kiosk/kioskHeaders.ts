import { createHash } from 'node:crypto';
import { kioskHeader } from '@vivencia/contract/kiosk';

const sourceOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** What the page never asks for; it keeps the screen awake. */
const refused = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];
const permissions = [...refused.map((name) => `${name}=()`), 'screen-wake-lock=(self)'].join(', ');

/**
 * What every kiosk's page says to the browser: run this one script, talk to us alone, tell nobody this address, which is
 * a secret. Its style sheet is made by the script; its one Trusted Types policy names the worker and nothing else.
 *
 * @param edition as `kioskHeader` says it
 */
export const kioskHeaders = (script: string, publicUrl: string, edition: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    "connect-src 'self'",
    "worker-src 'self'",
    'img-src data:',
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vivencia-kiosk',
  ].join('; '),
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': permissions,
  'cache-control': 'no-store',
  vary: 'Accept-Language',
  [kioskHeader]: edition,
  // Over plain http browsers ignore it, and a test at home has no certificate.
  ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});
