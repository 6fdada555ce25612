import type { Emotion } from './emotion.ts';
import type { Evaluation, Strength } from './scale.ts';

/** What became of a prompt. The order is the stored code. */
export const statuses = ['shown', 'dismissed', 'abandoned', 'answered'] as const;
export type Status = (typeof statuses)[number];

export const channels = ['web', 'app', 'email', 'sms', 'qr', 'kiosk', 'phone', 'chat', 'store'] as const;
export type Channel = (typeof channels)[number];

/** Lengths are UTF-16 units after NFC. */
export const responseLimits = {
  reasons: 3,
  comment: 2_000,
  identifier: 128,
  segments: 8,
  segmentName: 32,
  segmentValue: 64,
  locale: 35,
  statesInOneDelivery: 50,
  bodyBytes: 64 * 1024,
  jsonDepth: 8,
} as const;

/** A response takes changes until this long after its first `answered` state was received. */
export const closesAfterMs = 7 * 24 * 60 * 60 * 1000;

/** A tap older than this when it is delivered is dated this long ago, and its latency is unknown. */
export const maximumAgeMs = 7 * 24 * 60 * 60 * 1000;

/** Segments that every response has by itself, so nobody may declare them. */
export const builtInSegments = ['channel', 'locale'] as const;

/**
 * The whole state of one response, as every delivery carries it. `null` means absent everywhere.
 * `revision` only grows over a response's life: shown 0, emotion 1, strength 2, comment 3 …
 */
export interface ResponseState {
  /** UUID; version 7, made by the widget when the prompt is shown. */
  id: string;
  revision: number;
  touchpoint: string;
  status: Status;
  emotion?: Emotion | null | undefined;
  strength?: Strength | null | undefined;
  /** Keys of the touchpoint's reasons. */
  reasons?: string[] | null | undefined;
  evaluation?: Evaluation | null | undefined;
  comment?: string | null | undefined;
  /** Milliseconds from the interaction's end to the first tap. */
  latencyMs?: number | null | undefined;
  /** Milliseconds that passed between the first tap (or the showing) and this sending. */
  ageMs?: number | null | undefined;
  /** The host's id of the interaction that ended. */
  interaction?: string | null | undefined;
  unexpected?: boolean | null | undefined;
  /** The host's pseudonym of the person; never invented by us. */
  respondent?: string | null | undefined;
  segment?: Record<string, string | null> | null | undefined;
  locale?: string | null | undefined;
  channel?: Channel | null | undefined;
  /** The version of the touchpoint's settings under which it was asked. */
  version?: number | null | undefined;
  invitation?: string | null | undefined;
  /** Stored and marked, but counted nowhere unless asked for. */
  test?: boolean | null | undefined;
}

/** A state as a web page delivers it: with its site's public key. */
export interface PublicResponseState extends ResponseState {
  site: string;
  /** The backend's signature of the respondent: see `ArmedQuery`. With a wrong one the answer is kept, not who gave it. */
  signature?: string | null | undefined;
}

/** A state as a backend delivers it: the bearer key names the site, and `at` (ISO 8601) may say when it was answered. */
export interface BackendResponseState extends ResponseState {
  at?: string | null | undefined;
}

/** What became of a delivered state. */
export const outcomes = ['stored', 'amended', 'unchanged', 'stale'] as const;
export type Outcome = (typeof outcomes)[number];
