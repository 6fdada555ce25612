import { createRoute, z } from '@hono/zod-openapi';
import { keyPattern } from '@vivencia/contract/touchpoint';
import { completeSettings, settingsSchema } from '../declare/touchpointSchema.ts';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { strictJson } from '../http/strictJson.ts';
import type { Touchpoint } from '../store/site.ts';
import { type ApiParts, bearerSecurity, describedApp, notModified } from './openApi.ts';

const params = z.object({ key: z.string().openapi({ example: 'checkout' }) });

const touchpointSchema = z
  .object({ key: z.string(), version: z.int(), confirmed: z.boolean(), ...settingsSchema.required().shape })
  .openapi('Touchpoint');

const answer = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const list = createRoute({
  method: 'get',
  path: '/v1/touchpoints',
  security: bearerSecurity,
  summary: 'Every touchpoint that is declared or was heard',
  responses: {
    200: answer(z.object({ touchpoints: z.array(touchpointSchema) }), 'In order of their keys'),
    ...notModified,
    ...problems('unauthorized', 'insufficient_scope'),
  },
});

const read = createRoute({
  method: 'get',
  path: '/v1/touchpoints/{key}',
  security: bearerSecurity,
  summary: 'One touchpoint with its settings',
  request: { params },
  responses: {
    200: answer(touchpointSchema, 'The touchpoint'),
    ...notModified,
    ...problems('unauthorized', 'insufficient_scope', 'not_found'),
  },
});

const put = createRoute({
  method: 'put',
  path: '/v1/touchpoints/{key}',
  security: bearerSecurity,
  summary: 'Declares a touchpoint, or replaces its settings wholly',
  middleware: strictJson,
  request: { params, body: { content: { 'application/json': { schema: settingsSchema } }, required: true } },
  responses: {
    200: answer(touchpointSchema, 'The touchpoint as it is now'),
    ...problems('invalid_json', 'unauthorized', 'insufficient_scope', 'not_found', 'body_too_large'),
    ...problems('unsupported_media_type', 'invalid_settings', 'store_unavailable'),
  },
});

const hide = createRoute({
  method: 'delete',
  path: '/v1/touchpoints/{key}',
  security: bearerSecurity,
  summary: 'Hides a touchpoint; its answers stay',
  request: { params },
  responses: {
    204: { description: 'Hidden' },
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'store_unavailable'),
  },
});

export function touchpointRoutes({ store }: ApiParts) {
  const app = describedApp();

  app.openapi(list, async (c) => {
    const site = c.get('site');
    return c.json({ touchpoints: (await store.listTouchpoints(site.id)).map(shown) }, 200);
  });

  app.openapi(read, async (c) => {
    const site = c.get('site');
    return c.json(shown(found(await store.getTouchpoint(site.id, c.req.valid('param').key))), 200);
  });

  app.openapi(put, async (c) => {
    const site = c.get('site');
    const { key } = c.req.valid('param');
    if (!keyPattern.test(key)) {
      throw new Refusal('invalid_settings', 'The key is not valid.', [
        { path: 'key', reason: 'needs 1 to 64 of a–z, 0–9, dot, underscore and hyphen, and a letter or digit first' },
      ]);
    }
    return c.json(shown(await store.putTouchpoint(site.id, key, completeSettings(key, c.req.valid('json')))), 200);
  });

  app.openapi(hide, async (c) => {
    const site = c.get('site');
    if (!(await store.hideTouchpoint(site.id, c.req.valid('param').key))) throw notFound();
    return c.body(null, 204);
  });

  return app;
}

const shown = ({ settings, ...touchpoint }: Touchpoint) => ({ ...touchpoint, ...settings });

const notFound = () => new Refusal('not_found', 'There is no touchpoint with this key.');

function found(touchpoint: Touchpoint | null): Touchpoint {
  if (!touchpoint) throw notFound();
  return touchpoint;
}
