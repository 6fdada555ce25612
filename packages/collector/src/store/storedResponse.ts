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
