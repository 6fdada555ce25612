import { createRoute, z } from '@hono/zod-openapi';
import { interactionsPath } from '@vivencia/contract/endpoint';
import { armMinutes } from '@vivencia/contract/interaction';
import { segmentPairs } from '../declare/stateFields.ts';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { strictJson } from '../http/strictJson.ts';
import type { NewInteraction } from '../store/interaction.ts';
import { interactionSchema, toldSchema } from './interactionSchema.ts';
import { type ApiParts, describedApp, ingestSecurity } from './openApi.ts';
import { whyNotAsked } from './whyNotAsked.ts';

const tell = createRoute({
  method: 'post',
  path: interactionsPath,
  security: ingestSecurity,
  summary: 'Records an interaction that has ended, once, and has its customer asked about it',
  middleware: strictJson,
  request: {
    query: z.strictObject({
      explain: z
        .enum(['0', '1'])
        .optional()
        .openapi({ description: '1: records nothing, and says whether the customer would be asked, and why not' }),
    }),
    body: { content: { 'application/json': { schema: interactionSchema } }, required: true },
  },
  responses: {
    200: { description: 'Recorded, now or before', content: { 'application/json': { schema: toldSchema } } },
    ...problems(
      'invalid_json',
      'unknown_site',
      'unauthorized',
      'insufficient_scope',
      'interaction_conflict',
      'body_too_large',
    ),
    ...problems('unsupported_media_type', 'invalid_interaction', 'invalid_query', 'too_many_requests'),
    ...problems('store_unavailable'),
  },
});

export function interactionRoutes({ store, now }: ApiParts) {
  const app = describedApp({ invalidBody: 'invalid_interaction' });

  app.openapi(tell, async (c) => {
    const told = toldOf(c.req.valid('json'), c.get('site').id, now());
    const isDry = c.req.valid('query').explain === '1';
    const became = await (isDry ? store.explainInteraction(told) : store.recordInteraction(told));
    if ('refused' in became) throw refusalOf(became.refused);
    const { armed, notAsked } = became;
    const explain = { asked: notAsked.length === 0, reasons: notAsked.map(whyNotAsked) };
    return c.json({ interaction: told.interaction, armed, ...(isDry && { explain }) }, 200);
  });

  return app;
}

const toldOf = (said: z.output<typeof interactionSchema>, site: number, received: number): NewInteraction => ({
  site,
  interaction: said.interaction,
  touchpoint: said.touchpoint,
  endedAt: Math.min(Date.parse(said.endedAt), received),
  received,
  respondent: said.respondent ?? null,
  channel: said.channel ?? null,
  segment: segmentPairs(said.segment),
  unexpected: said.unexpected ?? false,
  armMs: Math.round((said.arm ?? armMinutes.byDefault) * 60_000),
});

const refusalOf = (code: 'interaction_conflict' | 'unknown_site') =>
  code === 'unknown_site'
    ? new Refusal(code, 'There is no such site any more.')
    : new Refusal(code, 'Another interaction with this id was recorded: it differs in more than arm.');
