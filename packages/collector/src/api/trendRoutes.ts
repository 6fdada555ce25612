import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { readHistogram } from '../stats/readHistogram.ts';
import { readTrend } from '../stats/readTrend.ts';
import type { Site } from '../store/site.ts';
import { answersParameters, refusingInvalidQuery } from './answersParameters.ts';
import { type ApiParts, bearerSecurity, describedApp, notModified } from './openApi.ts';
import { histogramSchema, trendSchema } from './trendSchema.ts';

const params = z.object({ key: z.string().openapi({ example: 'checkout' }) });
const refusals = problems('unauthorized', 'insufficient_scope', 'not_found', 'invalid_query', 'store_unavailable');

const trend = createRoute({
  method: 'get',
  path: '/v1/touchpoints/{key}/trend',
  security: bearerSecurity,
  summary: "One touchpoint's scores over time",
  request: {
    params,
    query: z.strictObject({
      ...answersParameters,
      bucket: z.string().optional().openapi({ description: 'hour, day (default) or week' }),
    }),
  },
  responses: {
    200: { description: 'The trend', content: { 'application/json': { schema: trendSchema } } },
    ...notModified,
    ...refusals,
  },
});

const histogram = createRoute({
  method: 'get',
  path: '/v1/touchpoints/{key}/histogram',
  security: bearerSecurity,
  summary: "What one touchpoint's score rests on",
  request: { params, query: z.strictObject(answersParameters) },
  responses: {
    200: { description: 'The histogram', content: { 'application/json': { schema: histogramSchema } } },
    ...notModified,
    ...refusals,
  },
});

export function trendRoutes({ store, now }: ApiParts) {
  const app = describedApp();

  const known = async (site: Site, key: string) => {
    if (await store.getTouchpoint(site.id, key)) return key;
    throw new Refusal('not_found', 'There is no touchpoint with this key.');
  };

  app.openapi(trend, async (c) => {
    const site = c.get('site');
    const key = await known(site, c.req.valid('param').key);
    return c.json(await refusingInvalidQuery(readTrend(store, site, key, c.req.valid('query'), now())), 200);
  });

  app.openapi(histogram, async (c) => {
    const site = c.get('site');
    const key = await known(site, c.req.valid('param').key);
    return c.json(await refusingInvalidQuery(readHistogram(store, site, key, c.req.valid('query'), now())), 200);
  });

  return app;
}
