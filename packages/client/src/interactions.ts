import type { CallOptions } from './callOptions.ts';
import { isoTime } from './isoTime.ts';
import type { Channel } from './responseState.ts';
import type { Transport } from './transport.ts';

/** An interaction that ended where no page saw it. */
export interface InteractionToRecord {
  /** Key of the touchpoint: `delivery`. */
  touchpoint: string;
  /** Your id of it, up to 128: it is recorded once. */
  interaction: string;
  /** When it ended, as your system has it: the same each time that you say it. */
  endedAt: Date | string;
  /** Your pseudonym of the person, up to 128; without it nobody is asked. */
  respondent?: string | null | undefined;
  segment?: Record<string, string | null> | null | undefined;
  channel?: Channel | null | undefined;
  /** Whether it is one that nobody expected, and so exempt from the quiet rules. */
  unexpected?: boolean | null | undefined;
  /** Minutes within which the person's next page view asks; default 1,440, 0 = none, at most 10,080. */
  arm?: number | null | undefined;
}

export interface RecordedInteraction {
  interaction: string;
  /** Whether a page of that person will ask. */
  armed: boolean;
}

/** Why somebody would not be asked. */
export interface NotAskedReason {
  reason:
    | 'no_respondent'
    | 'not_to_arm'
    | 'ended_too_long_ago'
    | 'hidden_touchpoint'
    | 'too_many_touchpoints'
    | 'sampled'
    | 'already_asked'
    | 'already_recorded'
    | 'cooldown'
    | 'gap'
    | 'daily_cap';
  /** One sentence for people. */
  detail: string;
}

export interface Explanation extends RecordedInteraction {
  explain: { asked: boolean; reasons: NotAskedReason[] };
}

const path = '/v1/interactions';

export function interactions(transport: Transport) {
  const bodyOf = (interaction: InteractionToRecord) => ({
    ...interaction,
    endedAt: isoTime(interaction.endedAt, 'endedAt'),
  });

  return {
    /**
     * Says that an interaction ended: it counts as passed, and the person's next page view asks. Repeated by itself,
     * because an interaction is recorded once.
     *
     * @throws VivenciaError interaction_conflict where the same id was recorded with another content
     */
    record: (interaction: InteractionToRecord, options?: CallOptions) =>
      transport.post<RecordedInteraction>(path, bodyOf(interaction), options),

    /** Whether somebody would be asked, and every reason why not. Records nothing. */
    explain: (interaction: InteractionToRecord, options?: CallOptions) =>
      transport.post<Explanation>(`${path}?explain=1`, bodyOf(interaction), options),
  };
}
