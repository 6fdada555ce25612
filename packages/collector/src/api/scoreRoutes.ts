import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { InvalidQuery } from '../stats/invalidQuery.ts';
import { readScores } from '../stats/readScores.ts';
import type { ScoresParameters } from '../stats/scoresQuery.ts';
import type { Site } from '../store/site.ts';
import { type ApiParts, bearerSecurity, describedApp } from './openApi.ts';
import { scoresReportSchema, touchpointScoreSchema } from './scoreSchema.ts';

const date = (description: string) => z.string().optional().openapi({ description, example: '2026-11-30' });

const query = z.object({
  from: date("First local date of the site's time zone; default 29 days before the last"),
  to: date('Last local date, inclusive; default today'),
  segment: z.string().optional().openapi({ description: 'One name:value, also channel:… and locale:…' }),
  stratum: z.string().optional().openapi({ description: 'prompt: only what was answered within 20 minutes' }),
  version: z.string().optional().openapi({ description: 'Only answers to this version of the settings' }),
  test: z.string().optional().openapi({ description: '1: count test answers too' }),
});

const all = createRoute({
  method: 'get',
  path: '/v1/scores',
  security: bearerSecurity,
  summary: 'Every touchpoint with its score, in rank order',
  request: { query },
  responses: {
    200: { description: 'The scores', content: { 'application/json': { schema: scoresReportSchema } } },
    ...problems('unauthorized', 'insufficient_scope', 'invalid_query', 'store_unavailable'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/v1/touchpoints/{key}/score',
  security: bearerSecurity,
  summary: "One touchpoint's score",
  request: { query, params: z.object({ key: z.string() }) },
  responses: {
    200: { description: 'The score', content: { 'application/json': { schema: touchpointScoreSchema } } },
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'invalid_query', 'store_unavailable'),
  },
});

export function scoreRoutes({ store, now }: ApiParts) {
  const app = describedApp();

  const report = async (site: Site, parameters: ScoresParameters) => {
    try {
      return (await readScores(store, site, parameters, now())).report;
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      throw new Refusal('invalid_query', 'The query is not valid; see errors.', error.errors);
    }
  };

  app.openapi(all, async (c) => c.json(await report(c.get('site'), c.req.valid('query')), 200));

  app.openapi(one, async (c) => {
    const { period, touchpoints } = await report(c.get('site'), c.req.valid('query'));
    const found = touchpoints.find(({ touchpoint }) => touchpoint === c.req.valid('param').key);
    if (!found) throw new Refusal('not_found', 'There is no touchpoint with this key.');
    return c.json({ period, ...found }, 200);
  });

  return app;
}
