import { z } from '@hono/zod-openapi';
import { channels, statuses } from '@vivencia/contract/response';
import { emotion } from './scoreSchema.ts';

/** A response as it is kept: every name is there, `null` where nothing was said. */
export const storedResponseSchema = z
  .object({
    id: z.guid(),
    revision: z.int().min(0),
    touchpoint: z.string(),
    status: z.enum(statuses),
    emotion: emotion.nullable(),
    strength: z.int().min(1).max(5).nullable(),
    reasons: z.array(z.string()),
    evaluation: z.object({ scale: z.enum(['csat', 'ces', 'nps']), value: z.int() }).nullable(),
    comment: z.string().nullable(),
    latencyMs: z.int().min(0).nullable(),
    interaction: z.string().nullable(),
    unexpected: z.boolean(),
    respondent: z.string().nullable(),
    segment: z.record(z.string(), z.string()),
    locale: z.string().nullable(),
    channel: z.enum(channels).nullable(),
    version: z.int().nullable(),
    invitation: z.string().nullable(),
    test: z.boolean().openapi({ description: 'Counted nowhere unless ?test=1' }),
    at: z.iso.datetime().openapi({ description: 'When it was answered or shown' }),
    received: z.iso.datetime().openapi({ description: 'When its first delivery came' }),
    closed: z.boolean().openapi({ description: 'Takes no more changes' }),
    quarantined: z.boolean().openapi({ description: 'Waits, uncounted, to be released' }),
    discarded: z.boolean().openapi({ description: 'Somebody took it out of every count' }),
  })
  .openapi('StoredResponse', {
    example: {
      id: '0190a000-0000-7000-8000-000000000001',
      revision: 2,
      touchpoint: 'checkout',
      status: 'answered',
      emotion: 'frustrated',
      strength: 4,
      reasons: ['delivery'],
      evaluation: { scale: 'csat', value: 2 },
      comment: 'The card form loses everything.',
      latencyMs: 5_200,
      interaction: 'order-1001',
      unexpected: false,
      respondent: 'c-77',
      segment: { plan: 'pro' },
      locale: 'es',
      channel: 'web',
      version: 3,
      invitation: null,
      test: false,
      at: '2026-11-22T12:00:00.000Z',
      received: '2026-11-22T12:00:01.000Z',
      closed: false,
      quarantined: false,
      discarded: false,
    },
  });

export const responsePageSchema = z
  .object({
    responses: z.array(storedResponseSchema).max(1_000),
    next: z
      .string()
      .nullable()
      .openapi({ description: 'The cursor of the next page; null: that was all. A page may hold fewer than `limit`' }),
  })
  .openapi('ResponsePage');
