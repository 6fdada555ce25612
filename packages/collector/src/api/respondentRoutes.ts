import { createRoute, z } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import { problems } from '../http/problemSchema.ts';
import { backupsBefore } from '../store/backupsBefore.ts';
import { ErasedTraces } from './erasedTraces.ts';
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

export function respondentRoutes({ store, log }: ApiParts & { log: Logger }) {
  const app = describedApp();
  const traces = new ErasedTraces(store, log);

  app.openapi(erase, async (c) => {
    await store.eraseRespondent(c.get('site').id, c.req.valid('param').id.normalize('NFC'));
    await traces.remove();
    const { found, elsewhere } = await backupsBefore(store);
    // Whoever runs the collector has to do the rest; who it was is not said.
    if (found.length + elsewhere.length > 0) {
      log.warn({ backups: found, movedOrDeleted: elsewhere.length }, 'somebody was erased whom older backups may hold');
    }
    return c.body(null, 204);
  });

  return app;
}
