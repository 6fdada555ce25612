import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { bearerGrant } from '../access/bearer.ts';
import { isOriginAllowed } from '../access/origin.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { TrustedProxies } from '../http/clientAddress.ts';
import { isDeclaredCrawler } from '../http/declaredCrawler.ts';
import { Refusal } from '../http/problem.ts';
import type { DropReason, Metrics } from '../observe/metrics.ts';
import type { Site } from '../store/site.ts';
import { PrefixName } from './prefixName.ts';
import type { RateLimit } from './rateLimit.ts';
import type { TouchpointBuckets } from './touchpointBuckets.ts';

export interface AdmissionSettings {
  lookup: SiteLookup;
  proxies: TrustedProxies;
  prefixLimit: RateLimit;
  siteLimit: RateLimit;
  touchpointLimit: RateLimit;
  touchpointBuckets: TouchpointBuckets;
  metrics: Metrics;
}

/** Who delivers, and for which site. */
export interface Admitted {
  site: Site;
  fromBackend: boolean;
  /** Whether what is delivered waits for a person's release before it counts. */
  quarantined: boolean;
}

/** What a delivery takes from one bucket. */
interface Claim {
  limit: RateLimit;
  key: string;
  amount: number;
  reason: DropReason;
}

/**
 * What stands in a request's environment where nobody can say whose address it came from, as other people's servers may
 * hand it over.
 */
export const addressless = { clientAddress: null };

/**
 * Decides whether a request may deliver at all; what it delivers is judged afterwards. It waits for nothing that is
 * remembered: a delivery would wait longer for its promises than for all else here.
 */
export class Admission {
  readonly #prefixes = new PrefixName();

  constructor(private readonly settings: AdmissionSettings) {}

  /**
   * @param items the delivered states or passes, as they were parsed from JSON
   * @throws Refusal unknown_site, unauthorized, insufficient_scope, origin_not_allowed, too_many_requests,
   * invalid_response for items of more than one site
   */
  async admit(c: Context, items: readonly unknown[], now: number): Promise<Admitted> {
    const { lookup, siteLimit, touchpointLimit } = this.settings;
    const hasKey = c.req.header('authorization') !== undefined;
    const grant = hasKey ? await bearerGrant(c, lookup, 'ingest') : null;
    const site = grant?.site ?? (await this.#publicSite(c, items));
    const claims = grant ? [] : this.#prefixClaim(c, items.length, now);
    if (!grant && !touchpointLimit.isNone) claims.push(...(await this.#touchpointClaims(site, items, now)));
    claims.push({ limit: siteLimit, key: site.publicKey, amount: items.length, reason: 'rate_site' });
    this.#take(claims, now);
    return {
      site,
      fromBackend: grant !== null,
      quarantined: grant === null && isDeclaredCrawler(c.req.header('user-agent')),
    };
  }

  #publicSite(c: Context, items: readonly unknown[]): Site | Promise<Site> {
    const key = siteKeyOf(items[0]);
    if (items.some((item) => siteKeyOf(item) !== key)) {
      throw new Refusal('invalid_response', 'All items of one delivery must be of one site.', [
        { path: 'site', reason: 'differs between items' },
      ]);
    }
    const site = typeof key === 'string' ? this.settings.lookup.site(key) : null;
    return site instanceof Promise ? site.then((read) => this.#openSite(c, read)) : this.#openSite(c, site);
  }

  #openSite(c: Context, site: Site | null): Site {
    if (!site) throw new Refusal('unknown_site', 'There is no site with this public key.');
    if (!isOriginAllowed(c.req.header('origin'), site.origins)) {
      this.settings.metrics.dropped('origin');
      throw new Refusal('origin_not_allowed', 'The site does not take deliveries from pages of this origin.');
    }
    return site;
  }

  /**
   * What whoever has only the public key, which is everybody, takes beside the site's. An addressless request has no
   * network prefix: one bucket for all of them would refuse a whole shop as if it were one visitor.
   */
  #prefixClaim(c: Context, amount: number, now: number): Claim[] {
    const { prefixLimit } = this.settings;
    if (prefixLimit.isNone || c.env === addressless) return [];
    return [{ limit: prefixLimit, key: this.#prefixOf(c, now), amount, reason: 'rate_prefix' }];
  }

  async #touchpointClaims(site: Site, items: readonly unknown[], now: number): Promise<Claim[]> {
    const { touchpointLimit: limit, touchpointBuckets } = this.settings;
    const touchpoints = items.map((item) => (isObject(item) ? item.touchpoint : undefined));
    const amounts = await touchpointBuckets.claims(site.id, touchpoints, now);
    return Array.from(amounts, ([key, amount]): Claim => ({ limit, key, amount, reason: 'rate_touchpoint' }));
  }

  #prefixOf(c: Context, now: number): string {
    // Under app.request there is no connection.
    const connection = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '';
    return this.#prefixes.of(this.settings.proxies.clientOf(connection, c.req.header('x-forwarded-for')), now);
  }

  /** Takes all or nothing: what is refused by one bucket must not empty the others. */
  #take(claims: Claim[], now: number): void {
    for (const { limit, key, amount, reason } of claims) {
      const wait = limit.wait(key, amount, now);
      if (wait === 0) continue;
      this.settings.metrics.dropped(reason);
      throw new Refusal('too_many_requests', `Too many deliveries; try again in ${wait} s.`, [], wait);
    }
    for (const { limit, key, amount } of claims) limit.take(key, amount, now);
  }
}

const siteKeyOf = (item: unknown): unknown => (isObject(item) ? item.site : undefined);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
