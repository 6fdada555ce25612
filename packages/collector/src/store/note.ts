/** How a page of an origin was noticed: it loaded the script, it asked, it sent an answer, or it may not. */
export const sightingKinds = ['loader', 'prompt', 'answer', 'refused'] as const;
export type SightingKind = (typeof sightingKinds)[number];

/** Pages from which the collector heard. */
export interface Sighting {
  /** As browsers write it; `null` as text where a page has none. */
  origin: string;
  kind: SightingKind;
  /** Milliseconds since 1970. */
  lastAt: number;
}

export interface RefusalCount {
  reason: string;
  count: number;
}

/** What was noticed of a site since it was last written down. */
export interface SiteNotes {
  site: number;
  /** Milliseconds since 1970: the day that refusals are counted at. */
  at: number;
  sightings: Sighting[];
  refusals: RefusalCount[];
}

/** Which refusals to read. Days are local dates of the site, inclusive, as days since 1970-01-01. */
export interface RefusalQuery {
  site: number;
  fromDay: number;
  toDay: number;
}

/** So many origins of one kind are kept of a site; then the one that was not heard for longest goes. */
export const keptOrigins = 50;
