import { createRoute } from '@hono/zod-openapi';
import { problems } from '../http/problemSchema.ts';
import { strictJson } from '../http/strictJson.ts';
import type { Site } from '../store/site.ts';
import { type ApiParts, bearerSecurity, describedApp, notModified } from './openApi.ts';
import { siteSettingsSchema } from './siteSchema.ts';

const answer = { description: 'The site', content: { 'application/json': { schema: siteSettingsSchema } } };

const read = createRoute({
  method: 'get',
  path: '/v1/site',
  security: bearerSecurity,
  summary: "The site's settings",
  responses: { 200: answer, ...notModified, ...problems('unauthorized', 'insufficient_scope') },
});

const put = createRoute({
  method: 'put',
  path: '/v1/site',
  security: bearerSecurity,
  summary: "Replaces the site's settings wholly",
  middleware: strictJson,
  request: { body: { content: { 'application/json': { schema: siteSettingsSchema } }, required: true } },
  responses: {
    200: answer,
    ...problems('invalid_json', 'unauthorized', 'insufficient_scope', 'body_too_large'),
    ...problems('unsupported_media_type', 'invalid_settings', 'store_unavailable'),
  },
});

export function siteRoutes({ store, lookup }: ApiParts) {
  const app = describedApp();

  app.openapi(read, (c) => c.json(shown(c.get('site')), 200));

  app.openapi(put, async (c) => {
    const site = c.get('site');
    const changed = await store.putSite(site.id, c.req.valid('json'));
    lookup.forget();
    return c.json(shown(changed), 200);
  });

  return app;
}

const shown = ({ name, origins, timeZone, gapMinutes, dailyCap, retentionDays }: Site) => ({
  name,
  origins,
  timeZone,
  gapMinutes,
  dailyCap,
  retentionDays,
});
