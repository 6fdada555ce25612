import type { TouchpointSettings } from '@vivencia/contract/touchpoint';

/** Days after which responses that were only shown, comments, and respondents' names are deleted; 0 = never. */
export interface RetentionDays {
  shown: number;
  comments: number;
  respondents: number;
}

export interface SiteSettings {
  name: string;
  /** Origins whose pages may deliver: `https://shop.example`, `https://*.shop.example`, `http://localhost:*`, `null`. */
  origins: string[];
  /** IANA name; days and hours are the site's own. */
  timeZone: string;
  /** Minutes between any two prompts to one visitor. */
  gapMinutes: number;
  /** Prompts to one visitor in a day; 0 = no limit. */
  dailyCap: number;
  retentionDays: RetentionDays;
}

/** One web property. */
export interface Site extends SiteSettings {
  id: number;
  publicKey: string;
  /** How often its identity secret was replaced. */
  identityGeneration: number;
}

export const scopes = ['ingest', 'read', 'manage'] as const;
export type Scope = (typeof scopes)[number];

/** What a secret key opens. */
export interface KeyGrant {
  site: Site;
  scopes: Scope[];
}

export interface KeyEntry {
  id: number;
  name: string;
  scopes: Scope[];
  createdAt: number;
  /** Local date of its last use, as days since 1970-01-01; `null` while unused. */
  lastUsedDay: number | null;
  revokedAt: number | null;
}

export const roles = ['viewer', 'editor'] as const;
export type Role = (typeof roles)[number];

/** A person who may open the site's pages. */
export interface AccessEntry {
  id: number;
  name: string;
  role: Role;
  createdAt: number;
  usedAt: number | null;
  revokedAt: number | null;
}

/** What a session opens. */
export interface SessionGrant {
  site: Site;
  /** Of the person whose it is. */
  access: number;
  role: Role;
  name: string;
}

/** A session that is open. */
export interface SessionEntry {
  /** As `sessionId` makes it. */
  id: string;
  access: number;
  name: string;
  createdAt: number;
  /** Local date of its last use, as days since 1970-01-01; `null` while unused. */
  seenDay: number | null;
}

/** A link by which whoever has it reads one page. */
export interface ShareEntry {
  id: number;
  name: string;
  /** Of the page, below the collector's own, with its query. */
  path: string;
  createdAt: number;
}

/** What a share's link opens. */
export interface ShareGrant {
  site: Site;
  name: string;
  path: string;
}

/** A touchpoint as it is declared, or as it was first heard. */
export interface Touchpoint {
  key: string;
  version: number;
  /** Whether somebody declared it; one that was only heard has the default settings. */
  confirmed: boolean;
  settings: TouchpointSettings;
}

/** One that may be out of sight. */
export interface KeptTouchpoint extends Touchpoint {
  hidden: boolean;
  /** Key of the touchpoint that its answers are counted at. */
  mergedInto: string | null;
}
