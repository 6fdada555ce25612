export type Emotion =
  | 'happy'
  | 'excited'
  | 'relieved'
  | 'reassured'
  | 'grateful'
  | 'proud'
  | 'calm'
  | 'inspired'
  | 'indifferent'
  | 'confused'
  | 'worried'
  | 'disappointed'
  | 'frustrated'
  | 'angry'
  | 'sad'
  | 'bored'
  | 'ignored';

export type Channel = 'web' | 'app' | 'email' | 'sms' | 'qr' | 'kiosk' | 'phone' | 'chat' | 'store';

/** What became of a prompt; only `answered` has an emotion or an evaluation. */
export type Status = 'shown' | 'dismissed' | 'abandoned' | 'answered';

/** A rating on one of the field's scales: csat 1–5, ces 1–7, nps 0–10, whole numbers. */
export interface Evaluation {
  scale: 'csat' | 'ces' | 'nps';
  value: number;
}

/** The whole state of one response, as it is sent. `null` means absent everywhere. */
export interface ResponseState {
  /** UUID; of version 7 it is found faster. */
  id: string;
  /** Grows with each state of a response: a higher one replaces what was stored. */
  revision: number;
  /** Key of the touchpoint: a–z, 0–9, dot, underscore, hyphen; up to 64. */
  touchpoint: string;
  status: Status;
  emotion?: Emotion | null | undefined;
  /** Needs an emotion. */
  strength?: 1 | 2 | 3 | 4 | 5 | null | undefined;
  /** Up to 3 keys of the touchpoint's reasons. */
  reasons?: string[] | null | undefined;
  evaluation?: Evaluation | null | undefined;
  /** Up to 2,000 UTF-16 units. */
  comment?: string | null | undefined;
  /** Milliseconds from the interaction's end to the answer: late ones weigh less. */
  latencyMs?: number | null | undefined;
  /** Milliseconds from the answer to this sending; `at` says the same better. */
  ageMs?: number | null | undefined;
  /** Your id of the interaction that ended, up to 128. */
  interaction?: string | null | undefined;
  unexpected?: boolean | null | undefined;
  /** Your pseudonym of the person, up to 128. */
  respondent?: string | null | undefined;
  /** Up to 8 names, each with one value: {"plan": "pro"}. */
  segment?: Record<string, string | null> | null | undefined;
  /** Language tag: es, pt-BR. */
  locale?: string | null | undefined;
  channel?: Channel | null | undefined;
  /** Version of the touchpoint's settings under which it was asked. */
  version?: number | null | undefined;
  invitation?: string | null | undefined;
  /** Stored and marked, but counted only where asked for. */
  test?: boolean | null | undefined;
  /** ISO 8601 with offset: when it was answered; absent, now. */
  at?: string | null | undefined;
}

/** A response as it is kept: every name is there, `null` where nothing was said. */
export interface StoredResponse {
  id: string;
  revision: number;
  touchpoint: string;
  status: Status;
  emotion: Emotion | null;
  strength: number | null;
  reasons: string[];
  evaluation: Evaluation | null;
  comment: string | null;
  latencyMs: number | null;
  interaction: string | null;
  unexpected: boolean;
  respondent: string | null;
  segment: Record<string, string>;
  locale: string | null;
  channel: Channel | null;
  version: number | null;
  invitation: string | null;
  test: boolean;
  /** ISO 8601: when it was answered, or shown. */
  at: string;
  /** ISO 8601: when its first state came. */
  received: string;
  /** Takes no more changes: it was answered more than 7 days ago. */
  closed: boolean;
  /** Waits, uncounted, for a person's release. */
  quarantined: boolean;
  /** Somebody took it out of every count. */
  discarded: boolean;
}
