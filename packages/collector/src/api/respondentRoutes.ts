import { createRoute, z } from '@hono/zod-openapi';
import { problems } from '../http/problemSchema.ts';
import { type ApiParts, bearerSecurity, describedApp } from './openApi.ts';

const erase = createRoute({
  method: 'delete',
  path: '/v1/respondents/{id}',
  security: bearerSecurity,
  summary: 'Deletes all responses and comments of a respondent; scores stay as they are',
  request: { params: z.object({ id: z.string().openapi({ example: 'c-77' }) }) },
  responses: {
    204: { description: 'Nothing of them is kept; also where nothing was' },
    ...problems('unauthorized', 'insufficient_scope', 'store_unavailable'),
  },
});

export function respondentRoutes({ store }: ApiParts) {
  const app = describedApp();

  app.openapi(erase, async (c) => {
    await store.eraseRespondent(c.get('site').id, c.req.valid('param').id.normalize('NFC'));
    return c.body(null, 204);
  });

  return app;
}
