import type { CallOptions } from './callOptions.ts';
import type { Loosely } from './loosely.ts';
import type { Transport } from './transport.ts';

export interface SiteSettings {
  name: string;
  /** Origins whose pages may deliver: `https://shop.example`, `https://*.shop.example`. */
  origins: string[];
  /** IANA name: Europe/Madrid. */
  timeZone: string;
  /** Minutes between any two prompts to one visitor. */
  gapMinutes: number;
  /** Prompts to one visitor in a day; 0 = no limit. */
  dailyCap: number;
  /** Days after which each is deleted; 0 = never. */
  retentionDays: { shown: number; comments: number; respondents: number };
}

/** What is absent is the default, not what it was. */
export type SiteToPut = Pick<SiteSettings, 'name'> &
  Loosely<Omit<SiteSettings, 'name' | 'retentionDays'>> & {
    retentionDays?: Loosely<SiteSettings['retentionDays']> | undefined;
  };

const path = '/v1/site';

export function site(transport: Transport) {
  return {
    get: (options?: CallOptions) => transport.get<SiteSettings>(path, {}, options),

    /** Replaces the settings wholly. Repeated by itself, because they are the same twice. */
    put: (settings: SiteToPut, options?: CallOptions) => transport.put<SiteSettings>(path, settings, options),
  };
}
