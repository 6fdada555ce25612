import type { Handler } from 'hono';
import type { InvitationParts } from './invitationParts.ts';
import { ask, refuse, showStep } from './linkPages.tsx';
import { visitLink } from './visitLink.ts';

/** GET and HEAD: people, and all that looks at links before and after them. It only reads. */
export const lookAtLink =
  (parts: InvitationParts): Handler =>
  async (c) => {
    const { opened, visit, pass } = await visitLink(c, parts);
    if (opened.standing === 'open') return ask(c, visit, opened.invitation);
    if (pass && opened.invitation) return showStep(c, parts.store, { invitation: opened.invitation, visit, pass });
    return refuse(c, visit, opened.standing);
  };
