import { pathPart } from './address.ts';
import type { CallOptions } from './callOptions.ts';
import { isoTime } from './isoTime.ts';
import type { Channel } from './responseState.ts';
import type { Transport } from './transport.ts';

export interface InvitationToCreate {
  touchpoint: string;
  /** How the link reaches the person. */
  channel: Channel;
  /** Your id of the interaction that it asks about: it is recorded too, once. */
  interaction?: string | null | undefined;
  /** When that ended; answers are weighed by how long after it they come. */
  endedAt?: Date | string | null | undefined;
  respondent?: string | null | undefined;
  segment?: Record<string, string | null> | null | undefined;
  unexpected?: boolean | null | undefined;
  /** Language of the page: es, pt-BR; absent, the browser's. */
  locale?: string | null | undefined;
  /** Days that the link can be used: 1–90, default 14. */
  expiresDays?: number | null | undefined;
}

export interface Invitation {
  /** Also the id of the response that it becomes. */
  id: string;
  /** Works once; anybody who has it can answer. `?emotion=happy` at its end chooses a face beforehand. */
  url: string;
  /** ISO 8601 */
  expires: string;
  /** The address as a QR code: an SVG document. */
  qr: string;
  /** For the channel `email`: the question, with the faces as links, as HTML to put into a mail. */
  email?: string | undefined;
  /** For the channel `sms`: the question and the link. */
  sms?: string | undefined;
}

const path = '/v1/invitations';

export function invitations(transport: Transport) {
  return {
    /**
     * Makes a link that can be answered once. Not repeated by itself unless the collector says that it did nothing: an
     * answer may be lost after the link was made, and without an interaction that would count another one as passed.
     */
    create: ({ endedAt, ...invitation }: InvitationToCreate, options?: CallOptions) => {
      const body = { ...invitation, ...(endedAt ? { endedAt: isoTime(endedAt, 'endedAt') } : {}) };
      return transport.postOnce<Invitation>(path, body, options);
    },

    /** Makes a link useless. Repeated by itself, because it cannot be more useless than that. */
    cancel: (id: string, options?: CallOptions) => transport.remove(`${path}/${pathPart(id, 'id')}`, options),
  };
}
