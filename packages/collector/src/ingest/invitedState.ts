import { type InvitationTokens, isTokenShaped } from '../access/invitationToken.ts';
import { openInvitation } from '../access/openInvitation.ts';
import { Refusal } from '../http/problem.ts';
import type { Delivery } from '../store/delivery.ts';
import type { Store } from '../store/store.ts';

/** As long as the widget offers to change an answer, a link's own page may: after that, the link is used. */
const changesMs = 30 * 60 * 1_000;

/**
 * A state that names the token of a link is that link's answer: what was said of the invitation holds, and its response
 * has its id. Any other text in `invitation` is a reference of the page's own, and stays what it is.
 *
 * @returns what to store, or why not
 * @throws StoreUnavailable
 */
export async function invitedState(
  delivery: Delivery,
  { store, tokens }: { store: Store; tokens: InvitationTokens },
): Promise<Delivery | Refusal> {
  const { site, state, received } = delivery;
  if (state.invitation === null || !isTokenShaped(state.invitation)) return delivery;
  const opened = await openInvitation(state.invitation, { store, tokens, now: received });
  const { invitation } = opened;
  if (opened.standing === 'unknown' || (invitation && invitation.site !== site)) return notFound();
  if (opened.standing === 'expired') return new Refusal('invitation_expired', 'The time for answering is over.');
  if (opened.standing === 'used') {
    const isItsOwn = opened.invitation.id === state.id && received - opened.answeredAt <= changesMs;
    if (!isItsOwn) return new Refusal('invitation_used', 'The invitation has its answer; it takes one.');
  }
  const { id, touchpoint, interaction, respondent, segment, channel, unexpected } = opened.invitation;
  if (state.id !== id) {
    return new Refusal('invalid_response', 'The state is not valid; see errors.', [
      { path: 'id', reason: "must be the invitation's" },
    ]);
  }
  const held = { touchpoint: touchpoint.key, interaction, respondent, segment, channel, invitation: id };
  return { ...delivery, isAnybodys: false, state: { ...state, ...held, unexpected: unexpected || state.unexpected } };
}

const notFound = () => new Refusal('not_found', 'There is no such invitation.');
