import { z } from '@hono/zod-openapi';
import type { ArmedInteraction } from '@vivencia/contract/interaction';
import type { Context } from 'hono';
import type { Identity } from '../access/identity.ts';
import { channel } from '../declare/stateFields.ts';
import { openJson } from '../http/anyOrigin.ts';
import { inputErrors } from '../http/inputError.ts';
import { Refusal } from '../http/problem.ts';
import { isStreamSafe } from '../http/text.ts';
import type { WaitingInteraction } from '../store/interaction.ts';
import type { Store } from '../store/store.ts';
import type { Admission } from './admission.ts';

/** Any text may be asked for: a form that is refused would tell who guesses what a right one looks like. */
export const armedQuerySchema = z
  .strictObject({
    site: z.string(),
    respondent: z.string(),
    signature: z
      .string()
      .openapi({ description: "HMAC-SHA256 of the respondent under the site's identity secret, hex" }),
  })
  .openapi('ArmedQuery');

export const armedSchema = z
  .object({
    armed: z.array(
      z.object({
        touchpoint: z.string(),
        interaction: z.string(),
        endedAgoMs: z.int(),
        unexpected: z.boolean(),
        channel: channel.optional(),
        segment: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .openapi('Armed');

/** No interaction has such a respondent: names hold no controls. */
const nobody = '\u0000';

/**
 * `POST /v1/armed`: what a page shall ask about because it knows who is there. Without the backend's signature there is
 * nothing, whoever was meant: that is looked for all the same, so that neither an answer nor its time tells whether
 * somebody is known.
 */
export function armedRoute(store: Store, admission: Admission, identity: Identity, now: () => number) {
  return async (c: Context, body: unknown): Promise<Response> => {
    const received = now();
    const { site, quarantined } = await admission.admit(c, [body], received, { byTouchpoint: false });
    const parsed = armedQuerySchema.safeParse(body);
    if (!parsed.success) {
      const errors = inputErrors(parsed.error, body);
      throw new Refusal('invalid_interaction', 'The question is not valid; see errors.', errors);
    }
    const { respondent: named, signature } = parsed.data;
    const respondent = isStreamSafe(named) ? named.normalize('NFC') : named;
    const isTheirs = identity.isSigned(site, respondent, signature) && !quarantined;
    const waiting = await store.readArmed(site.id, isTheirs ? respondent : nobody, received);
    return openJson({ armed: waiting.map((interaction) => armed(interaction, received)) });
  };
}

const armed = ({ endedAt, channel, segment, ...rest }: WaitingInteraction, now: number): ArmedInteraction => ({
  ...rest,
  endedAgoMs: Math.max(0, now - endedAt),
  ...(channel && { channel }),
  ...(segment.length && { segment: Object.fromEntries(segment) }),
});
