import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Action, NewAction } from './action.ts';
import type { BackupEntry } from './backupEntry.ts';
import type { CommentQuery, ReadComments } from './comment.ts';
import type { DeclaredTouchpoints } from './declaredTouchpoints.ts';
import type { Delivery, DeliveryResult } from './delivery.ts';
import type { NewInteraction, ToldInteraction, WaitingInteraction } from './interaction.ts';
import type { AddedInvitation, Invitation, NewInvitation } from './invitation.ts';
import type { JointAnswers, JointQuery } from './jointAnswers.ts';
import type { KioskEntry, KioskGrant, KioskSettings } from './kiosk.ts';
import type { Marking } from './marking.ts';
import type { RefusalCount, RefusalQuery, Sighting, SiteNotes } from './note.ts';
import type { PassCount, PassQuery, SitePass } from './pass.ts';
import type { Progress } from './progress.ts';
import type { FeltSeries, SeriesQuery } from './series.ts';
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
import type { ResponsePage, ResponseQuery, StoredResponse } from './storedResponse.ts';
import type {
  BucketQuery,
  BucketTally,
  SegmentTally,
  SegmentTallyQuery,
  TallyQuery,
  TouchpointTally,
} from './tally.ts';
import type { TallyDifference } from './tallyDifference.ts';

/**
 * Where answers are kept. Every verb is one whole transaction, but for `eraseRespondent`, `retire` and the merging of
 * touchpoints, which are many small ones and can be called again; a verb that resolves has been committed durably.
 * A verb rejects with `StoreUnavailable` where the store cannot be written or read.
 */
export interface Store {
  recordStates(deliveries: Delivery[]): Promise<DeliveryResult[]>;
  recordPasses(passes: SitePass[]): Promise<void>;
  /**
   * Keeps an interaction that a backend tells of and counts it among those that passed, once: what is told again in the
   * same words is answered as it was, in other words refused. A stored response to it ends its wait to be asked about.
   */
  recordInteraction(told: NewInteraction): Promise<ToldInteraction>;
  /** What `recordInteraction` would say; nothing is kept. */
  explainInteraction(told: NewInteraction): Promise<ToldInteraction>;
  /** What a person may be asked about now, the newest first, and at most `mostArmed`. */
  readArmed(site: number, respondent: string, now: number): Promise<WaitingInteraction[]>;
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
  /** Looks at a few thousand rows at a time, so that nobody who reads waits long: call it again with `next`. */
  findResponses(query: ResponseQuery): Promise<ResponsePage>;
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
  /** Replaces the site's identity secret by another one. */
  rotateIdentity(site: number): Promise<Site>;

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

  /** `null` where the site has no such touchpoint, or it is hidden. */
  addKiosk(site: number, settings: KioskSettings): Promise<{ kiosk: KioskEntry; token: string } | null>;
  /** Those that were not revoked, the newest first. */
  listKiosks(site: number): Promise<KioskEntry[]>;
  revokeKiosk(site: number, kiosk: number): Promise<boolean>;
  grantOfKiosk(token: string): Promise<KioskGrant | null>;

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
  /** All of it or, where one is not as its author saw it or is merged, nothing: then `false`. */
  declareTouchpoints(site: number, touchpoints: DeclaredTouchpoints): Promise<boolean>;
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

  /** With it, its interaction is counted as passed, once. A touchpoint that nobody has heard of is created. */
  addInvitation(invitation: NewInvitation): Promise<AddedInvitation>;
  getInvitation(site: number, id: string): Promise<Invitation | null>;
  /** @returns whether there is one; an answer that it has had stays */
  cancelInvitation(site: number, id: string, now: number): Promise<boolean>;

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
   * It is written down where that is; `noted`: whether it could be, because a backup must be possible where nothing can
   * be written any more.
   *
   * @throws Error with one clear line; then nothing is left of it
   */
  backUp(target: string, progress?: Progress): Promise<{ responses: number; bytes: number; noted: boolean }>;
  /** In order of time; whether they are still there is for who asks to see. */
  listBackups(): Promise<BackupEntry[]>;
  /** `null`: a delivery would be taken now; otherwise why not, in one sentence. */
  readiness(): Promise<string | null>;
  close(): Promise<void>;
  /** Resolves, with why, where the store has broken for good: then only a new start helps. */
  readonly broken: Promise<Error>;
}
