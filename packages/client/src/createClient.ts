import { type ClientOptions, readOptions } from './clientOptions.ts';
import { identitySignature } from './identitySignature.ts';
import { interactions } from './interactions.ts';
import { invitations } from './invitations.ts';
import { kiosks } from './kiosks.ts';
import { passes } from './passes.ts';
import { respondents } from './respondents.ts';
import { responses } from './responses.ts';
import { scores } from './scores.ts';
import { site } from './site.ts';
import { touchpoints } from './touchpoints.ts';
import { openTransport } from './transport.ts';

export type Client = ReturnType<typeof createClient>;

/**
 * A client of one site of a collector.
 *
 * Calls that can be repeated without harm are repeated where the network failed, or the collector answered 408, 425,
 * 429 or 5xx; the others only where the collector says that it has done nothing. Which is which stands at each call.
 *
 * @throws TypeError naming the option that is wrong
 * @example
 * const client = createClient({ url: 'https://feedback.shop.example', secretKey: process.env.VIVENCIA_KEY });
 * await client.interactions.record({ touchpoint: 'delivery', interaction: 'order-1001', endedAt: new Date() });
 */
export function createClient(options: ClientOptions) {
  const transport = openTransport(readOptions(options));
  return {
    interactions: interactions(transport),
    invitations: invitations(transport),
    responses: responses(transport),
    passes: passes(transport),
    scores: scores(transport),
    touchpoints: touchpoints(transport),
    kiosks: kiosks(transport),
    site: site(transport),
    respondents: respondents(transport),
    identitySignature,
  };
}
