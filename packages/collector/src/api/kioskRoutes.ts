import { createRoute, z } from '@hono/zod-openapi';
import { kioskPath } from '@vivencia/contract/endpoint';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { strictJson } from '../http/strictJson.ts';
import type { KioskEntry } from '../store/kiosk.ts';
import { kioskSchema, newKioskSchema, openedKioskSchema } from './kioskSchema.ts';
import { type ApiParts, bearerSecurity, describedApp } from './openApi.ts';

const add = createRoute({
  method: 'post',
  path: '/v1/kiosks',
  security: bearerSecurity,
  summary: 'Opens a kiosk: an address for a tablet that asks about one touchpoint, shown only now',
  middleware: strictJson,
  request: { body: { content: { 'application/json': { schema: newKioskSchema } }, required: true } },
  responses: {
    200: { description: 'The kiosk', content: { 'application/json': { schema: openedKioskSchema } } },
    ...problems('invalid_json', 'unauthorized', 'insufficient_scope', 'not_found', 'body_too_large'),
    ...problems('unsupported_media_type', 'invalid_settings', 'store_unavailable'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/kiosks',
  security: bearerSecurity,
  summary: 'The kiosks that are open, the newest first; never their addresses',
  responses: {
    200: {
      description: 'The kiosks',
      content: { 'application/json': { schema: z.object({ kiosks: z.array(kioskSchema) }) } },
    },
    ...problems('unauthorized', 'insufficient_scope', 'store_unavailable'),
  },
});

const end = createRoute({
  method: 'delete',
  path: '/v1/kiosks/{id}',
  security: bearerSecurity,
  summary: 'Ends a kiosk: its page says so, and keeps on the device what it has not delivered',
  request: { params: z.object({ id: z.string().openapi({ example: '1' }) }) },
  responses: {
    204: { description: 'Ended' },
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'store_unavailable'),
  },
});

export function kioskRoutes({ store, lookup }: ApiParts, publicUrl: () => string) {
  const app = describedApp();

  app.openapi(add, async (c) => {
    const { name, touchpoint, locale } = c.req.valid('json');
    const added = await store.addKiosk(c.get('site').id, { name, touchpoint, locale: locale ?? null });
    if (!added) throw new Refusal('not_found', 'There is no touchpoint with this key.');
    return c.json({ ...shown(added.kiosk), url: publicUrl() + kioskPath(added.token) }, 200);
  });

  app.openapi(list, async (c) => {
    return c.json({ kiosks: (await store.listKiosks(c.get('site').id)).map(shown) }, 200);
  });

  app.openapi(end, async (c) => {
    const { id } = c.req.valid('param');
    const isEnded = /^\d{1,9}$/.test(id) && (await store.revokeKiosk(c.get('site').id, Number(id)));
    if (!isEnded) throw new Refusal('not_found', 'There is no open kiosk with this id.');
    lookup.forget();
    return c.body(null, 204);
  });

  return app;
}

const shown = ({ id, name, touchpoint, locale, createdAt }: KioskEntry) => ({
  id: String(id),
  name,
  touchpoint,
  locale,
  created: new Date(createdAt).toISOString(),
});
