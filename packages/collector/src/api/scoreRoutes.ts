import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { readScores } from '../stats/readScores.ts';
import { answersParameters, refusingInvalidQuery } from './answersParameters.ts';
import { type ApiParts, bearerSecurity, describedApp, notModified } from './openApi.ts';
import { scoresReportSchema, touchpointScoreSchema } from './scoreSchema.ts';

const query = z.strictObject({
  ...answersParameters,
  compare: z.string().optional().openapi({ description: 'before: with the change since the period before, as long' }),
});

const all = createRoute({
  method: 'get',
  path: '/v1/scores',
  security: bearerSecurity,
  summary: 'Every touchpoint with its score, in rank order',
  request: { query },
  responses: {
    200: { description: 'The scores', content: { 'application/json': { schema: scoresReportSchema } } },
    ...notModified,
    ...problems('unauthorized', 'insufficient_scope', 'invalid_query', 'store_unavailable'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/v1/touchpoints/{key}/score',
  security: bearerSecurity,
  summary: "One touchpoint's score",
  request: { query, params: z.object({ key: z.string().openapi({ example: 'checkout' }) }) },
  responses: {
    200: { description: 'The score', content: { 'application/json': { schema: touchpointScoreSchema } } },
    ...notModified,
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'invalid_query', 'store_unavailable'),
  },
});

export function scoreRoutes({ store, now }: ApiParts) {
  const app = describedApp();

  app.openapi(all, async (c) => {
    const { report } = await refusingInvalidQuery(readScores(store, c.get('site'), c.req.valid('query'), now()));
    return c.json(report, 200);
  });

  app.openapi(one, async (c) => {
    const { key } = c.req.valid('param');
    const read = readScores(store, c.get('site'), c.req.valid('query'), now(), key);
    const { touchpoints, separable: _, ...frame } = (await refusingInvalidQuery(read)).report;
    const found = touchpoints.find(({ touchpoint }) => touchpoint === key);
    if (!found) throw new Refusal('not_found', 'There is no touchpoint with this key.');
    return c.json({ ...frame, ...found }, 200);
  });

  return app;
}
