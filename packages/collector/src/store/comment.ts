import type { Emotion } from '@vivencia/contract/emotion';

/** Which comments of a site to read. Those that wait in quarantine, were discarded or are tests are never among them. */
export interface CommentQuery {
  site: number;
  /** Of one touchpoint only, by its key. */
  touchpoint?: string;
  /** Only those of answers given from here on, in milliseconds since 1970 … */
  from?: number;
  /** … and before this. */
  to?: number;
  /** Only those of answers of one segment; `channel` and `locale` are built in. */
  segment?: { name: string; value: string };
  version?: number;
  /** Only those of answers known to have come so soon, in milliseconds. */
  latestMs?: number;
  /** Only those that hold this text, upper and lower case alike. */
  search?: string;
  /** Only those beside a negative emotion. */
  negative?: boolean;
  /** Only those beside an emotion at least so strong, 1–5. */
  minStrength?: number;
  order: 'newest' | 'strongest';
  /** How many at most. */
  limit: number;
  /** Goes on behind an earlier answer: its `next`, for the same query. */
  before?: string;
  /** How many of the site's newest comments from `from` to `to` are looked at, at most; 20,000 if it is not said. */
  look?: number;
}

/** A comment with what its response says beside it. */
export interface StoredComment {
  /** Of its response. */
  id: string;
  /** Key of its touchpoint, which is not hidden. */
  touchpoint: string;
  comment: string;
  emotion: Emotion | null;
  /** 1–5, `null` where it was not said. */
  strength: number | null;
  /** Keys of the reasons that were chosen. */
  reasons: string[];
  /** BCP 47 tag, `null` where it was not said. */
  locale: string | null;
  /** Milliseconds since 1970: when it was answered. */
  at: number;
}

export interface ReadComments {
  comments: StoredComment[];
  /** Where the next ones begin; `null` where there are no more. */
  next: string | null;
  /** Whether there are older comments of that time at which nobody looked, because `look` was reached. */
  isCut: boolean;
}
