import type { Channel } from '@vivencia/contract/response';
import type { Touchpoint } from './site.ts';

/** What a backend says of a link. Moments are milliseconds since 1970. */
export interface NewInvitation {
  /** UUIDv7 in lower case: the id that its response will have. */
  id: string;
  site: number;
  touchpoint: string;
  /** As the backend calls it; where it was recorded before, that is where `null` and nothing are looked up. */
  interaction: string | null;
  respondent: string | null;
  /** When the interaction ended; `null`: now. */
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

/** A link by which one person is asked once. */
export interface Invitation extends Omit<NewInvitation, 'endedAt' | 'touchpoint'> {
  endedAt: number;
  /** As it is settled now; the one that its own was merged into. */
  touchpoint: Pick<Touchpoint, 'key' | 'version' | 'settings'>;
  siteName: string;
  cancelledAt: number | null;
  /** When its answer came; `null` while there is none. */
  answeredAt: number | null;
}
