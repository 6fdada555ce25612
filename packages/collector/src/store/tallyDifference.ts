export interface TallyDifference {
  site: string;
  grain: 'hour' | 'day';
  cell: Record<string, number>;
  /** What the tally says. */
  tallied: number;
  /** Recount of the responses, plus what was retired. */
  recounted: number;
}
