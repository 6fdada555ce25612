import type { Emotion } from './responseState.ts';

/** Which answers to score; without dates, those of the last 30 days including today. */
export interface AnswersQuery {
  /** First local date of the site's time zone: 2026-11-01. */
  from?: string | undefined;
  /** Last local date, inclusive. */
  to?: string | undefined;
  /** Instead of from and to: the last 1–168 hours. */
  hours?: number | undefined;
  /** One name and value: `plan:pro`, `channel:email`, `locale:es`. */
  segment?: `${string}:${string}` | undefined;
  /** `prompt`: only what was answered within 20 minutes. */
  stratum?: 'prompt' | undefined;
  /** Only answers to this version of the settings. */
  version?: number | undefined;
  /** Count test answers too. */
  test?: boolean | undefined;
}

export interface ScoresQuery extends AnswersQuery {
  /** `before`: with the change since the period before, as long. */
  compare?: 'before' | undefined;
}

export interface TrendQuery extends AnswersQuery {
  /** Default day. */
  bucket?: 'hour' | 'day' | 'week' | undefined;
}

export interface Interval {
  low: number;
  high: number;
}

/** A figure with its 95% interval. */
export interface Estimate extends Interval {
  value: number;
}

/** Local dates, inclusive. */
export interface Period {
  from: string;
  to: string;
  timeZone: string;
}

export interface Difference extends Estimate {
  p: number;
  /** For all touchpoints together. */
  adjustedP: number;
  significant: boolean;
}

/** One touchpoint's score. What needs at least five answers is `null` below that. */
export interface TouchpointScore {
  touchpoint: string;
  title: string;
  stage: 'before' | 'during' | 'after' | null;
  confirmed: boolean;
  /** What it offers now. */
  emotionSet: 'core' | 'compact' | 'service' | readonly Emotion[];
  passed: number;
  shown: number;
  dismissed: number;
  abandoned: number;
  answered: number;
  /** Answers left out because nobody who felt their way said how strongly. */
  unrated: number;
  n: number;
  nEff: number;
  enough: boolean;
  /** 0…100; `shrunk` is drawn to the others and decides the order. */
  intensity: (Estimate & { shrunk: number }) | null;
  /** −100…100 */
  valence: Estimate | null;
  /** Percent of the intensity that is positive, negative. */
  positive: number | null;
  negative: number | null;
  /** The ranks that it may have. */
  rank: Interval | null;
  emotions: Partial<Record<Emotion, number>>;
  reasons: Record<string, number>;
  evaluation: Partial<
    Record<'csat' | 'ces' | 'nps', { n: number; value: number | null; low: number | null; high: number | null }>
  >;
  /** Only with `compare`. */
  change?: { enough: boolean; intensity: Difference | null; valence: Difference | null } | undefined;
}

export interface Scores {
  period: Period;
  before?: Period | undefined;
  /** Whether any two touchpoints can be told apart. */
  separable: boolean;
  /** In rank order. */
  touchpoints: TouchpointScore[];
}

export interface Trend {
  period: Period;
  bucket: 'hour' | 'day' | 'week';
  buckets: {
    from: string;
    n: number;
    nEff: number;
    enough: boolean;
    intensity: Estimate | null;
    valence: Estimate | null;
    shown: number;
    answered: number;
  }[];
}

export interface Histogram {
  period: Period;
  cells: { emotion: Emotion; strength: number | null; count: number }[];
  /** How long after the interaction's end; `null` is unknown, or no upper edge. */
  latency: {
    bin: number;
    fromMinutes: number | null;
    toMinutes: number | null;
    weight: number;
    count: number;
  }[];
}
