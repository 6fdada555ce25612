import type { ClientPrefix } from '../http/clientPrefix.ts';
import type { RateLimit } from '../http/rateLimit.ts';
import type { InvitationParts } from './invitationParts.ts';

/** What the page of a link needs beside what links need. */
export interface HostedParts extends InvitationParts {
  prefixes: ClientPrefix;
  /** Answers of one network. */
  prefixLimit: RateLimit;
  /** Whether the collector is too late to take more. */
  isOverloaded: () => boolean;
}
