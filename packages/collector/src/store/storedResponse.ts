import type { AcceptedState } from './delivery.ts';

/** A stored response as `export` writes it. */
export interface StoredResponse extends AcceptedState {
  /** Milliseconds since 1970: when it was answered or shown. */
  at: number;
  /** Milliseconds since 1970: when its first delivery came. */
  received: number;
  /** Whether it takes no more changes. */
  closed: boolean;
  /** Whether it waits, uncounted, to be released. */
  quarantined: boolean;
  /** Whether somebody took it out of every count. */
  discarded: boolean;
}

/** Which responses of a site to read, also those that are counted nowhere. */
export interface ResponseQuery {
  site: number;
  /** Of one touchpoint, by its key; what was merged into it is its own. */
  touchpoint?: string;
  /** Only those of this moment on, in milliseconds since 1970 … */
  from?: number;
  /** … and before this. */
  to?: number;
  interaction?: string;
  respondent?: string;
  /** From behind this id; `null`: from the first. */
  after: string | null;
  /** How many at most. */
  limit: number;
}

/** Some of them, in the order of their ids. */
export interface ResponsePage {
  responses: StoredResponse[];
  /** Behind which id the next ones are looked for; `null`: there are no more. There may be more where this page has none. */
  next: string | null;
}
