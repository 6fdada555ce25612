import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { bearerGrant } from '../access/bearer.ts';
import { isOriginAllowed } from '../access/origin.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { TrustedProxies } from '../http/clientAddress.ts';
import { Refusal } from '../http/problem.ts';
import type { DropReason, Metrics } from '../observe/metrics.ts';
import type { Site } from '../store/site.ts';
import { isDeclaredCrawler } from './declaredCrawler.ts';
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
    const { lookup, siteLimit } = this.settings;
    const grant = await bearerGrant(c, lookup, 'ingest');
    const site = grant?.site ?? (await this.#publicSite(c, items));
    const ofSite: Claim = { limit: siteLimit, key: site.publicKey, amount: items.length, reason: 'rate_site' };
    this.#take(grant ? [ofSite] : [...(await this.#publicClaims(c, site, items, now)), ofSite], now);
    return {
      site,
      fromBackend: grant !== null,
      quarantined: grant === null && isDeclaredCrawler(c.req.header('user-agent')),
    };
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
      this.settings.metrics.dropped('origin');
      throw new Refusal('origin_not_allowed', 'The site does not take deliveries from pages of this origin.');
    }
    return site;
  }

  /** What whoever has only the public key, which is everybody, takes beside the site's. */
  async #publicClaims(c: Context, site: Site, items: readonly unknown[], now: number): Promise<Claim[]> {
    const { prefixLimit, touchpointLimit, touchpointBuckets } = this.settings;
    const touchpoints = items.map((item) => (isObject(item) ? item.touchpoint : undefined));
    const byTouchpoint = touchpointLimit.isNone ? [] : await touchpointBuckets.claims(site.id, touchpoints, now);
    return [
      { limit: prefixLimit, key: this.#prefixOf(c, now), amount: items.length, reason: 'rate_prefix' },
      ...Array.from(
        byTouchpoint,
        ([key, amount]): Claim => ({ limit: touchpointLimit, key, amount, reason: 'rate_touchpoint' }),
      ),
    ];
  }

  #prefixOf(c: Context, now: number): string {
    if (this.settings.prefixLimit.isNone) return '';
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

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
