import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

/** Browsers keep no cookie for longer (RFC 6265bis), and hono refuses to set one. In seconds. */
const longestLife = 400 * 24 * 60 * 60;

/**
 * The cookie of a session. On https its name binds it to this very host, over TLS, for all paths; on http, where
 * browsers refuse such names, it stays on the collector's own path.
 */
function sessionCookie(publicUrl: string): { name: string; options: CookieOptions } {
  const { protocol, pathname } = new URL(publicUrl);
  const options = { httpOnly: true, sameSite: 'Lax' } as const;
  return protocol === 'https:'
    ? { name: '__Host-vivencia', options: { ...options, secure: true, path: '/' } }
    : { name: 'vivencia', options: { ...options, path: pathname } };
}

export function readSession(c: Context, publicUrl: string): string | undefined {
  return getCookie(c, sessionCookie(publicUrl).name);
}

/** @param expires, now milliseconds since 1970 */
export function writeSession(c: Context, publicUrl: string, session: string, expires: number, now: number): void {
  const { name, options } = sessionCookie(publicUrl);
  const maxAge = Math.min(longestLife, Math.floor((expires - now) / 1000));
  setCookie(c, name, session, { ...options, maxAge });
}

export function clearSession(c: Context, publicUrl: string): void {
  const { name, options } = sessionCookie(publicUrl);
  deleteCookie(c, name, options);
}
