import type { Channel } from '@vivencia/contract/response';
import type { Touchpoint } from './site.ts';

/** What a backend says of a link. Moments are milliseconds since 1970. */
export interface NewInvitation {
  /** UUID in lower case: the id that its response will have. */
  id: string;
  site: number;
  touchpoint: string;
  /** As the backend calls it. What the invitation leaves out is as was said of that, by itself or with others. */
  interaction: string | null;
  respondent: string | null;
  /** When the interaction ended; `null`: not said. */
  endedAt: number | null;
  createdAt: number;
  expiresAt: number;
  /** BCP 47 tag; `null`: that of the browser. */
  locale: string | null;
  channel: Channel;
  /** Name and value, sorted by name. */
  segment: [name: string, value: string][];
  unexpected: boolean;
}

/**
 * What became of a link. `added` also where it was there already, in the same words; `invitation_conflict`: its id is
 * another link's or a response's; `interaction_conflict`: what was said of the interaction cannot be true beside it.
 */
export type AddedInvitation = 'added' | 'interaction_conflict' | 'invitation_conflict' | 'unknown_site';

/** A link by which one person is asked once. */
export interface Invitation extends Omit<NewInvitation, 'endedAt' | 'touchpoint'> {
  /** `createdAt` where nobody has said it. */
  endedAt: number;
  /** As it is settled now; the one that its own was merged into. */
  touchpoint: Pick<Touchpoint, 'key' | 'version' | 'settings'>;
  siteName: string;
  cancelledAt: number | null;
  /** When its answer came, or another one to its interaction; `null` while there is none. */
  answeredAt: number | null;
}
