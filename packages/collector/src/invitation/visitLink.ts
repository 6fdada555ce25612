import type { Context } from 'hono';
import { type OpenedInvitation, openInvitation } from '../access/openInvitation.ts';
import { type HostedVisit, hostedVisit } from './hostedVisit.ts';
import type { InvitationParts } from './invitationParts.ts';

/** Somebody, or something, at a link. */
export interface Visited {
  token: string;
  now: number;
  opened: OpenedInvitation;
  visit: HostedVisit;
  /** Lets its holder go on with the answer; `null` where there is none that is good. */
  pass: string | null;
}

export async function visitLink(c: Context, parts: InvitationParts): Promise<Visited> {
  const token = c.req.param('token') ?? '';
  const now = parts.now();
  const opened = await openInvitation(token, { ...parts, now });
  const visit = hostedVisit(c, parts, opened.invitation);
  const pass = c.req.query('pass');
  const isGood = pass !== undefined && opened.standing === 'used' && parts.passes.isGood(pass, token, now);
  return { token, now, opened, visit, pass: isGood ? pass : null };
}
