import type { Emotion } from '@vivencia/contract/emotion';
import type { AcceptedState, Delivery } from '../store/delivery.ts';
import type { Invitation } from '../store/invitation.ts';
import type { StoredResponse } from '../store/storedResponse.ts';

/** The answer of one tap. Its latency counts from the interaction's end. */
export function firstAnswer(invitation: Invitation, emotion: Emotion, locale: string, now: number): Delivery {
  const { id, touchpoint, interaction, respondent, segment, channel, endedAt } = invitation;
  const state: AcceptedState = {
    id,
    revision: 1,
    touchpoint: touchpoint.key,
    status: 'answered',
    emotion,
    strength: null,
    reasons: [],
    evaluation: null,
    comment: null,
    latencyMs: Math.max(0, now - endedAt),
    interaction,
    unexpected: invitation.unexpected || touchpoint.settings.unexpected,
    respondent,
    segment,
    locale,
    channel,
    version: touchpoint.version,
    invitation: id,
    test: false,
  };
  return deliveryOf(invitation, state, now);
}

/** What may be said after the first tap. */
export type More = Partial<Pick<AcceptedState, 'emotion' | 'strength' | 'reasons' | 'evaluation' | 'comment'>>;

/** The same answer with more said, or `null` where that changes nothing. */
export function laterAnswer(invitation: Invitation, stored: StoredResponse, more: More, now: number): Delivery | null {
  const { at: _, received: __, closed: ___, quarantined: ____, discarded: _____, ...state } = stored;
  const said = { ...more };
  // How strongly another feeling was felt says nothing about this one.
  if (said.emotion && said.emotion !== state.emotion) said.strength = null;
  const next: AcceptedState = { ...state, ...said, touchpoint: invitation.touchpoint.key };
  if (JSON.stringify(next) === JSON.stringify(state)) return null;
  return deliveryOf(invitation, { ...next, revision: state.revision + 1 }, now);
}

const deliveryOf = ({ site }: Invitation, state: AcceptedState, now: number): Delivery => ({
  site,
  state,
  // Nobody knows who was shown the page, because looking at it is not recorded: it is no prompt whose rate is told.
  fromBackend: true,
  received: now,
  moment: now,
  latencyLost: false,
  quarantined: false,
});
