import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { SightingKind } from '../note.ts';

/*
 * Times are milliseconds since 1970 unless a name says otherwise; codes are those of tally/cell.ts and the contract.
 * `site` is in every primary and unique key, so that the same schema can be spread over machines by site; the tables
 * of `referenceTables` are small enough to stand whole on each. Big tables are WITHOUT ROWID: drizzle cannot say so,
 * the migration does.
 */

export const site = sqliteTable('site', {
  id: integer().primaryKey({ autoIncrement: true }),
  publicKey: text('public_key').notNull().unique(),
  name: text().notNull(),
  origins: text({ mode: 'json' }).$type<string[]>().notNull(),
  timeZone: text('time_zone').notNull(),
  gapMinutes: integer('gap_minutes').notNull(),
  dailyCap: integer('daily_cap').notNull(),
  retention: text({ mode: 'json' }).$type<{ shown: number; comments: number; respondents: number }>().notNull(),
  createdAt: integer('created_at').notNull(),
  /** How often its identity secret was replaced: the secret itself is made from this and the collector's own. */
  identityGeneration: integer('identity_generation').notNull().default(0),
});

export const secretKey = sqliteTable('secret_key', {
  id: integer().primaryKey({ autoIncrement: true }),
  site: integer().notNull(),
  name: text().notNull(),
  /** SHA-256 of the key. */
  digest: blob({ mode: 'buffer' }).notNull().unique(),
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  createdAt: integer('created_at').notNull(),
  lastUsedDay: integer('last_used_day'),
  revokedAt: integer('revoked_at'),
});

export const access = sqliteTable('access', {
  id: integer().primaryKey({ autoIncrement: true }),
  site: integer().notNull(),
  name: text().notNull(),
  role: text().$type<'viewer' | 'editor'>().notNull(),
  /** SHA-256 of the single-use sign-in token. */
  digest: blob({ mode: 'buffer' }).notNull().unique(),
  createdAt: integer('created_at').notNull(),
  usedAt: integer('used_at'),
  revokedAt: integer('revoked_at'),
});

export const session = sqliteTable('session', {
  /** SHA-256 of the session's token. */
  digest: blob({ mode: 'buffer' }).primaryKey(),
  site: integer().notNull(),
  access: integer().notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  /** Local date of its last use, as days since 1970-01-01. */
  seenDay: integer('seen_day'),
});

/** A link by which whoever has it reads one page. */
export const share = sqliteTable('share', {
  id: integer().primaryKey({ autoIncrement: true }),
  site: integer().notNull(),
  name: text().notNull(),
  /** SHA-256 of the link's token. */
  digest: blob({ mode: 'buffer' }).notNull().unique(),
  /** Path of the page, below the collector's own. */
  path: text().notNull(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

/** A device that asks at one touchpoint, in a shop or a hall. */
export const kiosk = sqliteTable('kiosk', {
  id: integer().primaryKey({ autoIncrement: true }),
  site: integer().notNull(),
  name: text().notNull(),
  /** SHA-256 of the token in its address. */
  digest: blob({ mode: 'buffer' }).notNull().unique(),
  touchpoint: integer().notNull(),
  /** BCP 47 tag; `null`: that of the device. */
  locale: text(),
  createdAt: integer('created_at').notNull(),
  revokedAt: integer('revoked_at'),
});

/** Backups that were made: who erases somebody is told which of them hold that person still. */
export const backup = sqliteTable('backup', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** Path of the file when it was made. */
  path: text().notNull(),
  madeAt: integer('made_at').notNull(),
});

export const touchpoint = sqliteTable(
  'touchpoint',
  {
    site: integer().notNull(),
    id: integer().notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    confirmed: integer({ mode: 'boolean' }).notNull(),
    hidden: integer({ mode: 'boolean' }).notNull(),
    /** Id of the touchpoint that its answers are counted at since somebody merged them. */
    mergedInto: integer('merged_into'),
  },
  (t) => [primaryKey({ columns: [t.site, t.id] }), unique().on(t.site, t.key)],
);

/** Every version of a touchpoint's settings: answers remember theirs. */
export const touchpointVersion = sqliteTable(
  'touchpoint_version',
  {
    site: integer().notNull(),
    touchpoint: integer().notNull(),
    version: integer().notNull(),
    settings: text({ mode: 'json' }).$type<unknown>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.touchpoint, t.version] })],
);

/** Every reason that a touchpoint ever offered, with the number by which it is counted. */
export const reason = sqliteTable(
  'reason',
  {
    site: integer().notNull(),
    touchpoint: integer().notNull(),
    id: integer().notNull(),
    key: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.touchpoint, t.id] }), unique().on(t.site, t.touchpoint, t.key)],
);

export const segment = sqliteTable(
  'segment',
  {
    site: integer().notNull(),
    id: integer().notNull(),
    name: text().notNull(),
    value: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.id] }), unique().on(t.site, t.name, t.value)],
);

export const response = sqliteTable(
  'response',
  {
    /** The UUID's 16 bytes. Version 7 first in the key keeps inserts at the tree's end. */
    id: blob({ mode: 'buffer' }).notNull(),
    site: integer().notNull(),
    touchpoint: integer().notNull(),
    revision: integer().notNull(),
    status: integer().notNull(),
    emotion: integer().notNull(),
    strength: integer().notNull(),
    evaluationScale: integer('evaluation_scale').notNull(),
    evaluationValue: integer('evaluation_value').notNull(),
    latencyMs: integer('latency_ms'),
    at: integer().notNull(),
    /** Milliseconds from `at` to when the first delivery was received. */
    receivedAfter: integer('received_after').notNull(),
    /** Milliseconds from `at` to when the first `answered` state was received. */
    answeredAfter: integer('answered_after'),
    version: integer().notNull(),
    prompted: integer().notNull(),
    test: integer().notNull(),
    unexpected: integer().notNull(),
    /** Index in `channels` plus 1; 0 where it was not said. */
    channel: integer().notNull(),
    /** The segment `locale=…`; 0 where it was not said. */
    locale: integer().notNull(),
    /** Declared segments by number. */
    segments: text({ mode: 'json' }).$type<number[]>(),
    reasons: text({ mode: 'json' }).$type<number[]>(),
    interaction: text(),
    respondent: text(),
    invitation: text(),
    /** Bits: 1 quarantined, 2 discarded. Counted nowhere unless 0. */
    standing: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.site] }),
    index('response_interaction').on(t.site, t.interaction).where(sql`${t.interaction} is not null`),
    index('response_respondent').on(t.site, t.respondent).where(sql`${t.respondent} is not null`),
  ],
);

/** Comments apart: most responses have none, and they are erased sooner. */
export const comment = sqliteTable(
  'comment',
  {
    id: blob({ mode: 'buffer' }).notNull(),
    site: integer().notNull(),
    text: text().notNull(),
    /** As the response's own: the newest are read first. */
    at: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.id, t.site] }), index('comment_at').on(t.site, t.at)],
);

const cellColumns = () => ({
  site: integer().notNull(),
  touchpoint: integer().notNull(),
  segment: integer().notNull(),
  version: integer().notNull(),
  prompted: integer().notNull(),
  test: integer().notNull(),
  status: integer().notNull(),
  scale: integer().notNull(),
  emotion: integer().notNull(),
  rating: integer().notNull(),
  latencyBin: integer('latency_bin').notNull(),
  count: integer().notNull(),
});

/** The bucket first: what is written together lies together (7.2 µs a row for three grains, 11.2 with the site first). */
const tallyTable = (name: string) =>
  sqliteTable(name, { bucket: integer().notNull(), ...cellColumns() }, (t) => [
    primaryKey({
      columns: [
        t.bucket,
        t.site,
        t.touchpoint,
        t.segment,
        t.version,
        t.prompted,
        t.test,
        t.status,
        t.scale,
        t.emotion,
        t.rating,
        t.latencyBin,
      ],
    }),
  ]);

/** Bucket: quarter-hours since 1970 UTC at which the site's local hour began. */
export const tallyHour = tallyTable('tally_hour');
/** Bucket: days since 1970-01-01 of the site's local date. */
export const tallyDay = tallyTable('tally_day');
/** By hour: counts of responses whose rows were deleted. Tally = recount + retired, always. */
export const tallyRetired = tallyTable('tally_retired');

/**
 * Interactions that passed, by what became of them: 0 asked, 255 told of by a backend, otherwise index in
 * `suppressionReasons` plus 1.
 */
export const pass = sqliteTable(
  'pass',
  {
    day: integer().notNull(),
    site: integer().notNull(),
    touchpoint: integer().notNull(),
    outcome: integer().notNull(),
    hour: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.site, t.touchpoint, t.outcome, t.hour] })],
);

/** Interactions that a backend told of, once each. */
export const interaction = sqliteTable(
  'interaction',
  {
    site: integer().notNull(),
    /** As the backend calls it. */
    id: text().notNull(),
    touchpoint: integer().notNull(),
    endedAt: integer('ended_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    respondent: text(),
    /** As in `response`. */
    channel: integer().notNull(),
    segments: text({ mode: 'json' }).$type<number[]>(),
    unexpected: integer().notNull(),
    /** A page that knows the respondent asks until then: `receivedAt` where it was asked about; `null`: none ever shall. */
    armedUntil: integer('armed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.site, t.id] }),
    index('interaction_respondent').on(t.site, t.respondent).where(sql`${t.respondent} is not null`),
  ],
);

/** Links by which one person is asked once. */
export const invitation = sqliteTable(
  'invitation',
  {
    /** 16 bytes of a UUIDv7: the id that its response will have, so that there can be only one. */
    id: blob({ mode: 'buffer' }).notNull(),
    site: integer().notNull(),
    touchpoint: integer().notNull(),
    interaction: text(),
    respondent: text(),
    /** `null` where it was not said. */
    endedAt: integer('ended_at'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    cancelledAt: integer('cancelled_at'),
    /** BCP 47 tag; `null`: that of the browser. */
    locale: text(),
    /** As in `response`. */
    channel: integer().notNull(),
    segments: text({ mode: 'json' }).$type<number[]>(),
    unexpected: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.site] }),
    index('invitation_interaction').on(t.site, t.interaction).where(sql`${t.interaction} is not null`),
    index('invitation_respondent').on(t.site, t.respondent).where(sql`${t.respondent} is not null`),
  ],
);

/** What was changed at a touchpoint and when: the trend marks it. */
export const action = sqliteTable(
  'action',
  {
    site: integer().notNull(),
    id: integer().notNull(),
    touchpoint: integer().notNull(),
    /** Local date of the site, as days since 1970-01-01. */
    day: integer().notNull(),
    text: text().notNull(),
    /** Name of who wrote it down. */
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.id] })],
);

/** What was refused of a site and why, by local date. */
export const refusal = sqliteTable(
  'refusal',
  {
    site: integer().notNull(),
    day: integer().notNull(),
    reason: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.day, t.reason] })],
);

/** Pages from which a site was heard, or which may not be heard. */
export const sighting = sqliteTable(
  'sighting',
  {
    site: integer().notNull(),
    origin: text().notNull(),
    kind: text().$type<SightingKind>().notNull(),
    /** Milliseconds since 1970. */
    lastAt: integer('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.site, t.origin, t.kind] })],
);

export const referenceTables = [site, secretKey, access, session, share, kiosk, backup];
export const siteTables = [
  touchpoint,
  touchpointVersion,
  reason,
  segment,
  response,
  comment,
  tallyHour,
  tallyDay,
  tallyRetired,
  pass,
  interaction,
  invitation,
  action,
  refusal,
  sighting,
];
