import type { Channel } from './response.ts';

const minuteMs = 60_000;

/** For how long pages may ask about an interaction, in minutes. */
export const armMinutes = { byDefault: 1_440, max: 10_080 } as const;

/** What ended longer ago is recorded and never asked about: nobody remembers what it was like. */
export const armableAgeMs = armMinutes.max * minuteMs;

/** As many interactions one page is told of: the newest. A page asks about one. */
export const mostArmed = 3;

/** Why a customer would not be asked about an interaction. */
export const reasonsNotToArm = [
  'no_respondent',
  'not_to_arm',
  'hidden_touchpoint',
  'too_many_touchpoints',
  'sampled',
  'already_asked',
  'ended_too_long_ago',
  'cooldown',
  'gap',
  'daily_cap',
] as const;
export type ReasonNotToArm = (typeof reasonsNotToArm)[number];

/** An interaction that has ended, as a backend tells of it. */
export interface Interaction {
  touchpoint: string;
  /** The backend's id of it; what is told of one twice counts once. */
  interaction: string;
  /** ISO 8601. */
  endedAt: string;
  respondent?: string | null | undefined;
  segment?: Record<string, string | null> | null | undefined;
  channel?: Channel | null | undefined;
  unexpected?: boolean | null | undefined;
  /** Minutes for which a page that knows the respondent may ask about it; 0: none shall. */
  arm?: number | null | undefined;
}

/** What a page sends to learn what it shall ask about, because it knows who is there. */
export interface ArmedQuery {
  /** Public key. */
  site: string;
  respondent: string;
  /** The backend's HMAC-SHA256 of the respondent under the site's identity secret, in hexadecimal. */
  signature: string;
}

/** An interaction that waits to be asked about. */
export interface ArmedInteraction {
  touchpoint: string;
  interaction: string;
  /** Milliseconds since it ended: the clocks of browsers differ. */
  endedAgoMs: number;
  unexpected: boolean;
  channel?: Channel | undefined;
  segment?: Record<string, string> | undefined;
}
