import type { Emotion } from '@vivencia/contract/emotion';
import type { SuppressionReason } from '@vivencia/contract/pass';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Grain } from '../tally/deltaSum.ts';
import type { TallyCount } from '../tally/tallyCount.ts';
import type { AcceptedState, Delivery, DeliveryResult } from './delivery.ts';
import type { RefusalCount, RefusalQuery, Sighting, SiteNotes } from './note.ts';
import type {
  AccessEntry,
  KeptTouchpoint,
  KeyEntry,
  KeyGrant,
  Role,
  Scope,
  SessionEntry,
  SessionGrant,
  ShareEntry,
  ShareGrant,
  Site,
  SiteSettings,
  Touchpoint,
} from './site.ts';

export interface SitePass {
  site: number;
  touchpoint: string;
  /** `recorded`: a backend told of it, and nobody was asked by a page at that moment. */
  outcome: 'asked' | 'suppressed' | 'recorded';
  reason: SuppressionReason | null;
  /** Milliseconds since 1970. */
  received: number;
}

/** Which responses' counts are meant. */
interface CountFilter {
  site: number;
  /** One segment; `channel` and `locale` are built in. */
  segment?: { name: string; value: string };
  version?: number;
  /** Count test answers too. */
  test?: boolean;
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

/** Which counts to read. Days are local dates of the site, inclusive, as days since 1970-01-01. */
export interface TallyQuery extends CountFilter {
  fromDay: number;
  toDay: number;
  /** Only these hours of the days, inclusive; see tally/bucket.ts. */
  hours?: { first: number; last: number };
}

/** Which counts of one touchpoint to read, bucket by bucket: buckets as in tally/bucket.ts, inclusive. */
export interface BucketQuery extends CountFilter {
  touchpoint: string;
  grain: Grain;
  fromBucket: number;
  toBucket: number;
}

/** Whose felt answers to sum, of every touchpoint and bucket by bucket: buckets as in tally/bucket.ts, inclusive. */
export interface SeriesQuery extends CountFilter {
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

export interface BucketTally {
  bucket: number;
  counts: TallyCount[];
}

export interface TouchpointTally {
  touchpoint: string;
  /** Interactions that passed, asked or not. Passes have neither segment nor version, so filters do not touch them. */
  passed: number;
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

/** Which answers of one touchpoint to count by several segments at once. Moments are milliseconds since 1970. */
export interface JointQuery {
  site: number;
  touchpoint: string;
  /** Answered from here on … */
  from: number;
  /** … and before this. */
  to: number;
  version?: number;
  /** By these names; values that are not among a name's are counted as one. */
  segments: { name: string; values: string[] }[];
  /** How many of the site's responses are looked at, at most: the newest. */
  look: number;
}

export interface JointAnswers {
  groups: JointGroup[];
  /** How many answers the groups hold. */
  answers: number;
  /** Whether there may be more responses than were looked at. */
  isCut: boolean;
}

/** Answers that are alike in all that was asked for. */
export interface JointGroup {
  /** For each of the query's names the place of its value there; −1: another value, or none. */
  values: number[];
  emotion: Emotion;
  strength: number | null;
  latencyBin: number;
  count: number;
}

/** What was changed at a touchpoint, to be looked at beside its trend. */
export interface Action {
  id: number;
  /** Local date of the site, as days since 1970-01-01. */
  day: number;
  text: string;
  /** Name of who wrote it down. */
  author: string;
}

export type NewAction = Omit<Action, 'id'>;

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

export interface TallyDifference {
  site: string;
  grain: 'hour' | 'day';
  cell: Record<string, number>;
  /** What the tally says. */
  tallied: number;
  /** Recount of the responses, plus what was retired. */
  recounted: number;
}

/** Told how far a long piece of work has come. */
export type Progress = (done: number, total: number) => void;

/**
 * Where answers are kept. Every verb is one whole transaction, but for `eraseRespondent`, `retire` and the merging of
 * touchpoints, which are many small ones and can be called again; a verb that resolves has been committed durably.
 * A verb rejects with `StoreUnavailable` where the store cannot be written or read.
 */
export interface Store {
  recordStates(deliveries: Delivery[]): Promise<DeliveryResult[]>;
  recordPasses(passes: SitePass[]): Promise<void>;
  /** Writes down from where sites were heard and what was refused; what is of no site any more is left out. */
  recordNotes(notes: SiteNotes[]): Promise<void>;

  readTallies(query: TallyQuery): Promise<TouchpointTally[]>;
  /** The buckets that hold anything, in order of time. */
  readBuckets(query: BucketQuery): Promise<BucketTally[]>;
  /** The segments of which anything was counted, built-in ones among them, by name and value. */
  readSegmentTallies(query: SegmentTallyQuery): Promise<SegmentTally[]>;
  readJointAnswers(query: JointQuery): Promise<JointAnswers>;
  /** In the order of their touchpoints' keys; asked first, then suppressed by reason. Those that nothing passed are left out. */
  readPasses(query: PassQuery): Promise<PassCount[]>;
  /** Latest first. */
  readSightings(site: number): Promise<Sighting[]>;
  /** Most frequent first. */
  readRefusals(query: RefusalQuery): Promise<RefusalCount[]>;
  /** The names of all segments that responses of a site have had, built-in ones among them. */
  listSegmentNames(site: number): Promise<string[]>;
  readResponses(site: number, after: string | null, limit: number): Promise<StoredResponse[]>;
  /** Those of the ids that the site has a response of, in any order. */
  readResponsesById(site: number, ids: string[]): Promise<StoredResponse[]>;
  countResponses(site: number): Promise<number>;
  readComments(query: CommentQuery): Promise<ReadComments>;
  /** In no order of touchpoints. Sums of floats, for drawing and for tests of change: figures are made from tallies. */
  readSeries(query: SeriesQuery): Promise<FeltSeries[]>;
  /** All segments that responses of a site have had, built-in ones among them, by name and then value. */
  listSegments(site: number): Promise<{ name: string; value: string }[]>;
  /**
   * Marks responses in the order of their ids, from behind `after`, and moves their counts. Looks at no more than
   * `limit`, so that no delivery waits long: call it again with `next` until that is `null`. What is marked already is
   * not `changed`.
   *
   * @throws Error where the site has no such touchpoint
   */
  markResponses(
    marking: Marking,
    after: string | null,
    limit: number,
  ): Promise<{ changed: number; next: string | null }>;

  addSite(settings: SiteSettings): Promise<{ site: Site; secretKey: string }>;
  listSites(): Promise<Site[]>;
  siteByPublicKey(publicKey: string): Promise<Site | null>;
  putSite(site: number, settings: SiteSettings): Promise<Site>;
  removeSite(site: number): Promise<void>;

  addKey(site: number, name: string, scopes: Scope[]): Promise<{ key: KeyEntry; secretKey: string }>;
  listKeys(site: number): Promise<KeyEntry[]>;
  revokeKey(site: number, key: number): Promise<boolean>;
  grantOfKey(secretKey: string, now: number): Promise<KeyGrant | null>;

  addAccess(site: number, name: string, role: Role): Promise<{ access: AccessEntry; token: string }>;
  listAccess(site: number): Promise<AccessEntry[]>;
  revokeAccess(site: number, access: number): Promise<boolean>;
  /** A new single-use token for somebody; the one before opens nothing any more. `null` where there is no such access. */
  renewAccess(site: number, access: number): Promise<string | null>;
  /** A single-use sign-in token becomes a session; `null` where it is unknown, used or revoked. */
  openSession(token: string, now: number): Promise<{ session: string; expires: number } | null>;
  grantOfSession(session: string, now: number): Promise<SessionGrant | null>;
  closeSession(session: string): Promise<void>;
  /** Those that are open, the newest first. */
  listSessions(site: number, now: number): Promise<SessionEntry[]>;
  /** @param id as in `SessionEntry` */
  endSession(site: number, id: string): Promise<boolean>;
  /** Ends all sessions of a person; how many they were. */
  endSessionsOf(site: number, access: number): Promise<number>;

  /** @param path of a page below the collector's own, with its query */
  addShare(site: number, name: string, path: string): Promise<{ share: ShareEntry; token: string }>;
  /** Those that were not revoked, the newest first. */
  listShares(site: number): Promise<ShareEntry[]>;
  revokeShare(site: number, share: number): Promise<boolean>;
  grantOfShare(token: string): Promise<ShareGrant | null>;

  listTouchpoints(site: number): Promise<Touchpoint[]>;
  getTouchpoint(site: number, key: string): Promise<Touchpoint | null>;
  /** What was settled about a touchpoint in one version; `null` where there was no such version. */
  settingsOfVersion(site: number, key: string, version: number): Promise<TouchpointSettings | null>;
  putTouchpoint(site: number, key: string, settings: TouchpointSettings): Promise<Touchpoint>;
  /**
   * As `putTouchpoint`, but only over the version that its author saw: `null` where there is another by now.
   *
   * @param base that version; 0 where there was none
   */
  saveTouchpoint(site: number, key: string, settings: TouchpointSettings, base: number): Promise<Touchpoint | null>;
  /** Hides it from lists and the loader; its answers stay. */
  hideTouchpoint(site: number, key: string): Promise<boolean>;
  /** Takes that back. */
  showTouchpoint(site: number, key: string): Promise<boolean>;
  /** Every touchpoint with its settings, also those that are hidden or were merged, by key. */
  listKeptTouchpoints(site: number): Promise<KeptTouchpoint[]>;
  /** Which keys are counted at which other one's. */
  listMerged(site: number): Promise<{ key: string; into: string }[]>;
  /**
   * Counts at one touchpoint all that came and will come under the key of another, which nobody has declared. Many small
   * transactions: after each one, all counts are right.
   *
   * @returns `false` where it cannot be: one of them is unknown, the first was declared, the second is hidden or merged
   * itself, or either is `other`
   */
  mergeTouchpoint(site: number, from: string, into: string): Promise<boolean>;
  /** Goes on with merges that a stop or a kill interrupted. */
  finishMerges(): Promise<void>;

  /** `null` where the site has no such touchpoint. */
  addAction(site: number, touchpoint: string, action: NewAction): Promise<Action | null>;
  /** In order of time. */
  listActions(site: number, touchpoint: string): Promise<Action[]>;
  removeAction(site: number, action: number): Promise<boolean>;

  /**
   * Deletes all responses and comments of a respondent; their counts stay. How many responses they were.
   *
   * @throws StoreUnavailable also where they are deleted, but somebody reads for so long that the log keeps them: the
   * same call again removes them
   */
  eraseRespondent(site: number, respondent: string): Promise<number>;
  /**
   * Removes the last shreds of what was deleted, where anything was: the whole file is written anew, and nothing else can
   * be written meanwhile.
   *
   * @param maximumBytes a larger file is left as it is
   * @returns whether none are left
   */
  scrub(maximumBytes?: number): Promise<boolean>;
  /** Deletes what each site keeps no longer; the counts of deleted responses stay. */
  retire(): Promise<{ shown: number; comments: number; respondents: number }>;
  /** Deletes refusals and sightings that are too old to help anybody. */
  forgetNotes(now: number): Promise<void>;
  verify(progress?: Progress): Promise<{ responses: number; differences: TallyDifference[] }>;
  rebuild(progress?: Progress): Promise<{ responses: number }>;
  /**
   * Copies all that is kept into a new file, as it was at one moment; others go on writing. Told of progress in bytes.
   *
   * @throws Error with one clear line; then nothing is left of it
   */
  backUp(target: string, progress?: Progress): Promise<{ responses: number; bytes: number }>;
  /** `null`: a delivery would be taken now; otherwise why not, in one sentence. */
  readiness(): Promise<string | null>;
  close(): Promise<void>;
  /** Resolves, with why, where the store has broken for good: then only a new start helps. */
  readonly broken: Promise<Error>;
}

/** The store cannot take or give anything now; nothing of the call was kept. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';

  constructor(
    message: string,
    /** Whether it never will again: what is stored is damaged. */
    readonly isDamaged = false,
  ) {
    super(message);
  }
}
