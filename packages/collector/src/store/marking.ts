/** Which responses of a site are marked, and how. Moments are milliseconds since 1970. */
export interface Marking {
  site: number;
  mark: Mark;
  /** Whether the mark is set or taken away. */
  on: boolean;
  /** Those whose first delivery came from here on … */
  from: number;
  /** … and before this. */
  to: number;
  /** Of one touchpoint only, by its key. */
  touchpoint?: string;
}

/** What keeps a response from being counted; it may have both. */
export type Mark = 'quarantined' | 'discarded';
