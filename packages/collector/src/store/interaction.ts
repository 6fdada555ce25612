import type { ReasonNotToArm } from '@vivencia/contract/interaction';
import type { Channel } from '@vivencia/contract/response';

/** An interaction that a backend tells of, after validation: `null` where nothing was said, texts in NFC. */
export interface NewInteraction {
  site: number;
  interaction: string;
  touchpoint: string;
  /** Milliseconds since 1970, as all moments here; never after `received`. */
  endedAt: number;
  received: number;
  respondent: string | null;
  channel: Channel | null;
  /** Name and value, sorted by name. */
  segment: [name: string, value: string][];
  unexpected: boolean;
  /** For how long pages may ask about it, in milliseconds; 0: none shall. */
  armMs: number;
}

/** Why a customer would not be asked about an interaction. */
export interface NotAsked {
  reason: ReasonNotToArm | 'already_recorded';
  /** Until when, where it passes. */
  until: number | null;
}

/** What became of an interaction that was told of, or would. */
export type ToldInteraction =
  | {
      /** Whether it was armed when it was first told of. */
      armed: boolean;
      /** Every reason for which nobody would be asked about it now. */
      notAsked: NotAsked[];
    }
  | { refused: 'interaction_conflict' | 'unknown_site' };

/** An interaction that waits for a page that knows its respondent. */
export interface WaitingInteraction {
  /** Key. */
  touchpoint: string;
  interaction: string;
  endedAt: number;
  unexpected: boolean;
  channel: Channel | null;
  segment: [name: string, value: string][];
}
