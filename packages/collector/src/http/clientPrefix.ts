import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { TrustedProxies } from './clientAddress.ts';
import { PrefixName } from './prefixName.ts';

/**
 * What stands in a request's environment where nobody can say whose address it came from, as other people's servers may
 * hand it over.
 */
export const addressless = { clientAddress: null };

/** Says which network prefix a request came from, by a name that is good for a day. */
export class ClientPrefix {
  readonly #names = new PrefixName();

  constructor(private readonly proxies: TrustedProxies) {}

  /** `null` where nobody can say: one name for all of those would stand for a whole shop as if it were one visitor. */
  of(c: Context, now: number): string | null {
    if (c.env === addressless) return null;
    // Under app.request there is no connection.
    const connection = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '';
    return this.#names.of(this.proxies.clientOf(connection, c.req.header('x-forwarded-for')), now);
  }
}
