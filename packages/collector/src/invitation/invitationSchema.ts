import { z } from '@hono/zod-openapi';
import { backendResponseSchema } from '../ingest/responseSchema.ts';

export const expiryDays = { min: 1, max: 90, default: 14 } as const;

const { id, touchpoint, interaction, respondent, segment, unexpected, locale, channel } = backendResponseSchema.shape;

/** What a backend asks a link for. */
export const newInvitationSchema = z
  .strictObject({
    id: id.nullish().openapi({
      description: 'A UUID of your own, best a random one: the same request again then gives the same link',
    }),
    touchpoint,
    interaction,
    endedAt: z.iso.datetime({ offset: true }).nullish(),
    respondent,
    segment,
    unexpected,
    locale,
    channel: channel.unwrap().unwrap(),
    expiresDays: z.int().min(expiryDays.min).max(expiryDays.max).nullish(),
  })
  .openapi('NewInvitation', {
    example: {
      id: '0190a000-0000-7000-8000-000000000002',
      touchpoint: 'delivery',
      channel: 'email',
      interaction: 'order-1004',
      endedAt: '2026-11-22T11:00:00Z',
      respondent: 'c-77',
      locale: 'es',
    },
  });

export const invitationSchema = z
  .object({
    id: z.guid().openapi({ description: 'Of the invitation, and of the response that will answer it' }),
    url: z.url(),
    expires: z.iso.datetime(),
    qr: z.string().openapi({ description: 'The link as a QR code: an SVG document' }),
    email: z
      .string()
      .optional()
      .openapi({ description: 'For channel email: the question and the faces as links, as HTML to put into a mail' }),
    sms: z.string().optional().openapi({ description: 'For channel sms: the question and the link, as text' }),
  })
  .openapi('Invitation');
