import type { Grain } from '../tally/deltaSum.ts';
import type { TallyCount } from '../tally/tallyCount.ts';

/** Which responses' counts are meant. */
export interface CountFilter {
  site: number;
  /** One segment; `channel` and `locale` are built in. */
  segment?: { name: string; value: string };
  version?: number;
  /** Count test answers too. */
  test?: boolean;
}

/** Which counts to read. Days are local dates of the site, inclusive, as days since 1970-01-01. */
export interface TallyQuery extends CountFilter {
  fromDay: number;
  toDay: number;
  /** Only these hours of the days, inclusive; see tally/bucket.ts. */
  hours?: { first: number; last: number };
}

export interface TouchpointTally {
  touchpoint: string;
  /** Interactions that passed, asked or not. Passes have neither segment nor version, so filters do not touch them. */
  passed: number;
  counts: TallyCount[];
}

/** Which counts of one touchpoint to read, bucket by bucket: buckets as in tally/bucket.ts, inclusive. */
export interface BucketQuery extends CountFilter {
  touchpoint: string;
  grain: Grain;
  fromBucket: number;
  toBucket: number;
}

export interface BucketTally {
  bucket: number;
  counts: TallyCount[];
}

/** Which counts of one touchpoint to read, by segment. */
export interface SegmentTallyQuery extends Omit<TallyQuery, 'segment'> {
  touchpoint: string;
}

export interface SegmentTally {
  name: string;
  value: string;
  counts: TallyCount[];
}
