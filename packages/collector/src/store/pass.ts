import type { SuppressionReason } from '@vivencia/contract/pass';

/** An interaction that passed a touchpoint, and what became of it. */
export interface SitePass {
  site: number;
  touchpoint: string;
  /** `recorded`: a backend told of it, and nobody was asked by a page at that moment. */
  outcome: 'asked' | 'suppressed' | 'recorded';
  reason: SuppressionReason | null;
  /** Where a backend told of it, it was counted then, and is not again. It is not kept. */
  interaction?: string | null;
  /** Milliseconds since 1970. */
  received: number;
}

/** Which passes to read. Days are local dates of the site, inclusive, as days since 1970-01-01. */
export interface PassQuery {
  site: number;
  fromDay: number;
  toDay: number;
  /** Only these hours of the days, inclusive; see tally/bucket.ts. */
  hours?: { first: number; last: number };
  /** Of one touchpoint only, by its key. */
  touchpoint?: string;
}

/** How many interactions passed a touchpoint, by what became of them. */
export interface PassCount extends Pick<SitePass, 'touchpoint' | 'outcome' | 'reason'> {
  count: number;
}
