import { z } from '@hono/zod-openapi';
import { armMinutes, reasonsNotToArm } from '@vivencia/contract/interaction';
import { channel, identifier, key, segment } from '../declare/stateFields.ts';

/** An interaction as a backend tells of it. */
export const interactionSchema = z
  .strictObject({
    touchpoint: key.openapi({ example: 'delivery' }),
    interaction: identifier.openapi({ example: 'order-1001' }),
    endedAt: z.iso.datetime({ offset: true }),
    respondent: identifier.nullish(),
    segment: segment.nullish(),
    channel: channel.nullish(),
    unexpected: z.boolean().nullish(),
    arm: z
      .number()
      .min(0)
      .max(armMinutes.max)
      .nullish()
      .openapi({
        description: `Minutes for which a page may ask about it; default ${armMinutes.byDefault}, 0: none shall`,
      }),
  })
  .openapi('Interaction', {
    example: {
      touchpoint: 'delivery',
      interaction: 'order-1001',
      endedAt: '2026-11-20T10:00:00Z',
      respondent: 'c-77',
      segment: { plan: 'pro' },
    },
  });

/** What became of it. */
export const toldSchema = z
  .object({
    interaction: z.string(),
    armed: z.boolean().openapi({ description: 'Whether it was armed when it was first told of' }),
    explain: z
      .object({
        asked: z.boolean().openapi({ description: 'Whether the customer would be asked on their next page' }),
        reasons: z.array(z.object({ reason: z.enum([...reasonsNotToArm, 'already_recorded']), detail: z.string() })),
      })
      .optional(),
  })
  .openapi('ToldInteraction');
