import type { Invitation } from '../store/invitation.ts';
import type { Store } from '../store/store.ts';
import type { InvitationTokens } from './invitationToken.ts';

/** What a link opens. */
export type OpenedInvitation =
  | { standing: 'open'; invitation: Invitation }
  | { standing: 'used'; invitation: Invitation; answeredAt: number }
  | { standing: 'expired'; invitation: Invitation | null }
  /** Forged, of another collector, cancelled or erased: it does not say which. */
  | { standing: 'unknown'; invitation: null };

const unknown: OpenedInvitation = { standing: 'unknown', invitation: null };

/**
 * What a link's token opens now. Only what we have signed is looked up.
 *
 * @throws StoreUnavailable
 */
export async function openInvitation(
  token: string,
  { store, tokens, now }: { store: Store; tokens: InvitationTokens; now: number },
): Promise<OpenedInvitation> {
  const claim = tokens.read(token);
  if (!claim) return unknown;
  const invitation = await store.getInvitation(claim.site, claim.id);
  if (invitation && invitation.answeredAt !== null) {
    return { standing: 'used', invitation, answeredAt: invitation.answeredAt };
  }
  if (invitation && invitation.cancelledAt !== null) return unknown;
  if (now >= claim.expiresAt) return { standing: 'expired', invitation };
  return invitation ? { standing: 'open', invitation } : unknown;
}
