import { pathPart } from './address.ts';
import type { CallOptions } from './callOptions.ts';
import { isoTime } from './isoTime.ts';
import { newId } from './newId.ts';
import type { Channel } from './responseState.ts';
import type { Transport } from './transport.ts';

export interface InvitationToCreate {
  /** A UUID of yours, best a random one, which you keep to ask for the same link again; absent, a new one. */
  id?: string | null | undefined;
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
     * Makes a link that can be answered once. Repeated by itself, because each has its id before it is first asked for.
     *
     * @throws VivenciaError interaction_conflict where something else was said of the interaction before;
     * invitation_conflict where the id is that of another link
     */
    create: ({ id, endedAt, ...invitation }: InvitationToCreate, options?: CallOptions) => {
      const body = { id: id ?? newId(), ...invitation, ...(endedAt ? { endedAt: isoTime(endedAt, 'endedAt') } : {}) };
      return transport.post<Invitation>(path, body, options);
    },

    /** Makes a link useless. Repeated by itself, because it cannot be more useless than that. */
    cancel: (id: string, options?: CallOptions) => transport.remove(`${path}/${pathPart(id, 'id')}`, options),
  };
}
