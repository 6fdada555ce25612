import type { Context } from 'hono';
import { bearerGrant } from '../access/bearer.ts';
import { isOriginAllowed, originOf } from '../access/origin.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { ClientPrefix } from '../http/clientPrefix.ts';
import { isDeclaredCrawler } from '../http/declaredCrawler.ts';
import { Refusal } from '../http/problem.ts';
import type { RateLimit } from '../http/rateLimit.ts';
import { rateLimitHeaders } from '../http/rateLimitHeaders.ts';
import type { DropReason, Metrics } from '../observe/metrics.ts';
import type { SiteWatch } from '../observe/siteWatch.ts';
import type { KioskGrant } from '../store/kiosk.ts';
import type { Site } from '../store/site.ts';
import type { TouchpointBuckets } from './touchpointBuckets.ts';

export interface AdmissionSettings {
  lookup: SiteLookup;
  prefixes: ClientPrefix;
  prefixLimit: RateLimit;
  siteLimit: RateLimit;
  touchpointLimit: RateLimit;
  touchpointBuckets: TouchpointBuckets;
  metrics: Metrics;
  watch: SiteWatch;
}

/** Who delivers, and for which site. */
export interface Admitted {
  site: Site;
  /** Of the page that delivers, where it is one. */
  origin: string | undefined;
  fromBackend: boolean;
  /** What a backend is told of its limit; a page could do nothing with it, and whoever attacks could. */
  rateHeaders?: Record<string, string>;
  /** Whether what is delivered waits for a person's release before it counts. */
  quarantined: boolean;
  /** The kiosk that delivers, where it is one: then it is no backend, but was not asked by a prompt either. */
  kiosk?: KioskGrant;
}

/** Decides whether what a request carries may be delivered at all. */
export type Admit = (c: Context, items: readonly unknown[], now: number) => Promise<Admitted>;

/** What a delivery takes from one bucket. */
interface Claim {
  limit: RateLimit;
  key: string;
  amount: number;
  reason: DropReason;
}

/**
 * Decides whether a request may deliver at all; what it delivers is judged afterwards. It waits for nothing that is
 * remembered: a delivery would wait longer for its promises than for all else here.
 */
export class Admission {
  constructor(private readonly settings: AdmissionSettings) {}

  /**
   * @param items the delivered states or passes, as they were parsed from JSON
   * @param byTouchpoint whether they are of touchpoints, which have limits of their own
   * @throws Refusal unknown_site, unauthorized, insufficient_scope, origin_not_allowed, too_many_requests,
   * invalid_response for items of more than one site
   */
  async admit(c: Context, items: readonly unknown[], now: number, { byTouchpoint = true } = {}): Promise<Admitted> {
    const { lookup, siteLimit, touchpointLimit } = this.settings;
    const hasKey = c.req.header('authorization') !== undefined;
    const grant = hasKey ? await bearerGrant(c, lookup, 'ingest') : null;
    const origin = grant ? undefined : c.req.header('origin');
    const site = grant?.site ?? (await this.#publicSite(origin, items));
    const claims = grant ? [] : this.#prefixClaim(c, items.length, now);
    if (!grant && byTouchpoint && !touchpointLimit.isNone)
      claims.push(...(await this.#touchpointClaims(site, items, now)));
    claims.push({ limit: siteLimit, key: site.publicKey, amount: items.length, reason: 'rate_site' });
    this.#take(claims, site, now);
    const quarantined = grant === null && isDeclaredCrawler(c.req.header('user-agent'));
    if (quarantined) this.settings.watch.refused(site.id, 'bot', items.length);
    const admitted = { site, origin, fromBackend: grant !== null, quarantined };
    return grant ? { ...admitted, rateHeaders: rateLimitHeaders('site', siteLimit, site.publicKey, now) } : admitted;
  }

  /**
   * As `admit`, for what a kiosk delivers: the token in its address says for which site. Anybody who stands before it may
   * read that, so that it takes from the same buckets as a page.
   *
   * @throws Refusal not_found, kiosk_revoked, invalid_response for another touchpoint, too_many_requests
   */
  async admitKiosk(c: Context, items: readonly unknown[], now: number): Promise<Admitted> {
    const { lookup, siteLimit, touchpointLimit } = this.settings;
    const kiosk = await lookup.kiosk(c.req.param('token') ?? '');
    if (!kiosk) throw new Refusal('not_found', 'There is no kiosk at this address.');
    if (kiosk.isRevoked) throw new Refusal('kiosk_revoked', 'The kiosk was ended; it takes no more answers.');
    const { site, keys } = kiosk;
    if (items.some((item) => isObject(item) && !keys.includes(item.touchpoint as string))) {
      throw new Refusal('invalid_response', 'This kiosk asks about another touchpoint.', [
        { path: 'touchpoint', reason: 'is not the one that this kiosk asks about' },
      ]);
    }
    const claims = this.#prefixClaim(c, items.length, now);
    if (!touchpointLimit.isNone) claims.push(...(await this.#touchpointClaims(site, items, now)));
    claims.push({ limit: siteLimit, key: site.publicKey, amount: items.length, reason: 'rate_site' });
    this.#take(claims, site, now);
    return { site, origin: undefined, fromBackend: true, quarantined: false, kiosk };
  }

  #publicSite(origin: string | undefined, items: readonly unknown[]): Site | Promise<Site> {
    const key = siteKeyOf(items[0]);
    if (items.some((item) => siteKeyOf(item) !== key)) {
      throw new Refusal('invalid_response', 'All items of one delivery must be of one site.', [
        { path: 'site', reason: 'differs between items' },
      ]);
    }
    const site = typeof key === 'string' ? this.settings.lookup.site(key) : null;
    return site instanceof Promise ? site.then((read) => this.#openSite(origin, read)) : this.#openSite(origin, site);
  }

  #openSite(origin: string | undefined, site: Site | null): Site {
    if (!site) throw new Refusal('unknown_site', 'There is no site with this public key.');
    if (!isOriginAllowed(origin, site.origins)) {
      const { metrics, watch } = this.settings;
      metrics.dropped('origin');
      watch.refused(site.id, 'origin_not_allowed');
      const known = originOf(origin);
      if (known) watch.saw(site.id, known, 'refused');
      throw new Refusal('origin_not_allowed', 'The site does not take deliveries from pages of this origin.');
    }
    return site;
  }

  /** What whoever has only the public key, which is everybody, takes beside the site's. */
  #prefixClaim(c: Context, amount: number, now: number): Claim[] {
    const { prefixLimit, prefixes } = this.settings;
    const key = prefixLimit.isNone ? null : prefixes.of(c, now);
    return key === null ? [] : [{ limit: prefixLimit, key, amount, reason: 'rate_prefix' }];
  }

  async #touchpointClaims(site: Site, items: readonly unknown[], now: number): Promise<Claim[]> {
    const { touchpointLimit: limit, touchpointBuckets } = this.settings;
    const touchpoints = items.map((item) => (isObject(item) ? item.touchpoint : undefined));
    const amounts = await touchpointBuckets.claims(site.id, touchpoints, now);
    return Array.from(amounts, ([key, amount]): Claim => ({ limit, key, amount, reason: 'rate_touchpoint' }));
  }

  /** Takes all or nothing: what is refused by one bucket must not empty the others. */
  #take(claims: Claim[], site: Site, now: number): void {
    for (const { limit, key, amount, reason } of claims) {
      const wait = limit.wait(key, amount, now);
      if (wait === 0) continue;
      this.settings.metrics.dropped(reason);
      this.settings.watch.refused(site.id, 'too_many_requests');
      const headers = rateLimitHeaders(policies[reason] ?? 'site', limit, key, now);
      throw new Refusal('too_many_requests', `Too many deliveries; try again in ${wait} s.`, [], wait, headers);
    }
    for (const { limit, key, amount } of claims) limit.take(key, amount, now);
  }
}

/** What clients know the limits by. */
const policies: Partial<Record<DropReason, string>> = {
  rate_prefix: 'network',
  rate_site: 'site',
  rate_touchpoint: 'touchpoint',
};

const siteKeyOf = (item: unknown): unknown => (isObject(item) ? item.site : undefined);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
