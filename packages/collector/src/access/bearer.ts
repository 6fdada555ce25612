import type { Context } from 'hono';
import { Refusal } from '../http/problem.ts';
import type { KeyGrant, Scope } from '../store/site.ts';
import type { SiteLookup } from './siteLookup.ts';

const secretKeyForm = /^Bearer +(sk_[A-Za-z0-9_-]{43})$/i;

/** The secret key that an Authorization header carries, however that is written; `undefined` where it is none. */
export const secretKeyOf = (header: string): string | undefined => secretKeyForm.exec(header)?.[1];

/**
 * What a request's secret key opens, where it has the scope; `null` where the request carries no Authorization.
 *
 * @throws Refusal unauthorized, insufficient_scope
 */
export async function bearerGrant(c: Context, lookup: SiteLookup, scope: Scope): Promise<KeyGrant | null> {
  const header = c.req.header('authorization');
  if (header === undefined) return null;
  const secretKey = secretKeyOf(header);
  const grant = secretKey ? await lookup.grant(secretKey) : null;
  if (!grant) throw new Refusal('unauthorized', 'The secret key is unknown or was revoked.');
  if (!grant.scopes.includes(scope)) {
    throw new Refusal('insufficient_scope', `The secret key lacks the scope ${scope}.`);
  }
  return grant;
}

/** As `bearerGrant`, for routes that nobody may use without a key. */
export async function requireGrant(c: Context, lookup: SiteLookup, scope: Scope): Promise<KeyGrant> {
  const grant = await bearerGrant(c, lookup, scope);
  if (!grant) throw new Refusal('unauthorized', 'Send a secret key: Authorization: Bearer sk_…');
  return grant;
}
