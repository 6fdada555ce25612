import type { Context } from 'hono';
import { chooseLocale } from '../asset/chooseLocale.ts';
import { Said } from '../asset/said.ts';
import { acceptedTags } from '../http/acceptedTags.ts';
import type { Invitation } from '../store/invitation.ts';
import type { InvitationParts } from './invitationParts.ts';
import { type PageWords, pageWords } from './pageWords.ts';

/** What every part of a hosted page needs to know to write itself. */
export interface HostedVisit {
  said: Said;
  more: PageWords;
  /** Whose question it is; `null` where the link is nobody's. */
  siteName: string | null;
  /** The page's own address, with parameters beside the chosen language. */
  link(parameters?: Record<string, string>): string;
}

/** The language is that of the address, else the invitation's, else the browser's. */
export function hostedVisit(
  c: Context,
  { widget, publicUrl }: Pick<InvitationParts, 'widget' | 'publicUrl'>,
  invitation: Invitation | null,
): HostedVisit {
  const asked = c.req.query('lang');
  const wanted = [asked, invitation?.locale, ...acceptedTags(c.req.header('accept-language'))];
  const locale = chooseLocale(wanted, widget.prompts);
  const own = `${new URL(publicUrl()).pathname.replace(/\/$/, '')}/r/${c.req.param('token') ?? ''}`;
  return {
    said: new Said(locale, widget.prompts, invitation?.touchpoint.settings.wording),
    more: pageWords[locale] as PageWords,
    siteName: invitation?.siteName ?? null,
    link: (parameters = {}) => {
      const query = new URLSearchParams({ ...(asked ? { lang: asked } : {}), ...parameters }).toString();
      return query ? `${own}?${query}` : own;
    },
  };
}
