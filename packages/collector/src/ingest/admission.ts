import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { bearerGrant } from '../access/bearer.ts';
import { isOriginAllowed } from '../access/origin.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { TrustedProxies } from '../http/clientAddress.ts';
import { Refusal } from '../http/problem.ts';
import type { Site } from '../store/site.ts';
import { PrefixName, type RateLimit } from './rateLimit.ts';

export interface AdmissionSettings {
  lookup: SiteLookup;
  proxies: TrustedProxies;
  prefixLimit: RateLimit;
  siteLimit: RateLimit;
}

/** Who delivers, and for which site. */
export interface Admitted {
  site: Site;
  fromBackend: boolean;
}

/** Decides whether a request may deliver at all; what it delivers is judged afterwards. */
export class Admission {
  readonly #prefixes = new PrefixName();

  constructor(private readonly settings: AdmissionSettings) {}

  /**
   * @param items the delivered states or passes, as they were parsed from JSON
   * @throws Refusal unknown_site, unauthorized, insufficient_scope, origin_not_allowed, too_many_requests,
   * invalid_response for items of more than one site
   */
  async admit(c: Context, items: readonly unknown[], now: number): Promise<Admitted> {
    const grant = await bearerGrant(c, this.settings.lookup, 'ingest');
    const site = grant?.site ?? (await this.#publicSite(c, items));
    if (!grant && this.settings.prefixLimit.isLimited) {
      this.#take(this.settings.prefixLimit, this.#prefixOf(c, now), items.length, now);
    }
    this.#take(this.settings.siteLimit, site.publicKey, items.length, now);
    return { site, fromBackend: grant !== null };
  }

  async #publicSite(c: Context, items: readonly unknown[]): Promise<Site> {
    const keys = new Set(items.map((item) => (isObject(item) ? item.site : undefined)));
    if (keys.size > 1) {
      throw new Refusal('invalid_response', 'All items of one delivery must be of one site.', [
        { path: 'site', reason: 'differs between items' },
      ]);
    }
    const [key] = keys;
    const site = typeof key === 'string' ? await this.settings.lookup.site(key) : null;
    if (!site) throw new Refusal('unknown_site', 'There is no site with this public key.');
    if (!isOriginAllowed(c.req.header('origin'), site.origins)) {
      throw new Refusal('origin_not_allowed', 'The site does not take deliveries from pages of this origin.');
    }
    return site;
  }

  #prefixOf(c: Context, now: number): string {
    // Under app.request there is no connection.
    const connection = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '';
    return this.#prefixes.of(this.settings.proxies.clientOf(connection, c.req.header('x-forwarded-for')), now);
  }

  #take(limit: RateLimit, key: string, amount: number, now: number): void {
    const wait = limit.take(key, amount, now);
    if (wait > 0) throw new Refusal('too_many_requests', `Too many deliveries; try again in ${wait} s.`, [], wait);
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
