import type { Site } from './site.ts';

export interface KioskSettings {
  name: string;
  /** Key of the touchpoint that it asks about. */
  touchpoint: string;
  /** BCP 47 tag; `null`: that of the device. */
  locale: string | null;
}

/** A device that asks at one touchpoint, in a shop or a hall. */
export interface KioskEntry extends KioskSettings {
  id: number;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** What a kiosk's address opens. */
export interface KioskGrant {
  site: Site;
  /** Under whose settings it asks: its own touchpoint, or the one that it was merged into. */
  touchpoint: string;
  /** Keys under which it may deliver: what waited on the device while a touchpoint was merged names the earlier one. */
  keys: string[];
  /** BCP 47 tag; `null`: that of the device. */
  locale: string | null;
  /** Whether somebody has ended it. */
  isRevoked: boolean;
}
