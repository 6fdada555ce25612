import type { Grain } from '../tally/deltaSum.ts';
import type { CountFilter } from './tally.ts';

/** Whose felt answers to sum, by touchpoint and bucket by bucket: buckets as in tally/bucket.ts, inclusive. */
export interface SeriesQuery extends CountFilter {
  /** Of one touchpoint only, by its key. */
  touchpoint?: string;
  grain: Grain;
  fromBucket: number;
  toBucket: number;
  /** What an answer of each latency bin weighs, 0…1; those of 0 are left out. */
  weights: readonly number[];
}

/** What was felt at one touchpoint over time: only buckets with answers, in order. */
export interface FeltSeries {
  touchpoint: string;
  sums: FeltSums[];
}

/** Sums over answers that say how strongly, or are neutral: of signed intensity s, −1…1, and u = |s|. */
export interface FeltSums {
  bucket: number;
  n: number;
  w: number;
  w2: number;
  ws: number;
  wu: number;
  wu2: number;
}
