import { createRoute, z } from '@hono/zod-openapi';
import { exportedResponse } from '../export/exportedResponse.ts';
import { type ExportFormat, type ExportPage, exportPages } from '../export/exportPages.ts';
import { Line } from '../http/line.ts';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import type { Store } from '../store/store.ts';
import type { ResponseQuery, StoredResponse } from '../store/storedResponse.ts';
import { type ApiParts, bearerSecurity, describedApp } from './openApi.ts';
import { writeCursor } from './responseCursor.ts';
import { readResponsesQuery, responsesParameters } from './responsesQuery.ts';
import { responsePageSchema, storedResponseSchema } from './storedResponseSchema.ts';

/** Steps that one page takes at most, where few responses are those that are asked for: some 100,000 rows. */
const stepsForOnePage = 20;

/** Pages and pieces of exports that are read at once: the rest of the thread that reads is for scores, and for people. */
const readAtOnce = 2;
const mostWaiting = 18;

const mediaTypes: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const list = createRoute({
  method: 'get',
  path: '/v1/responses',
  security: bearerSecurity,
  summary: 'Responses as they are kept, also those that are counted nowhere, in the order of their ids',
  request: { query: responsesParameters },
  responses: {
    200: {
      description: 'A page, or a stream of all',
      content: {
        'application/json': { schema: responsePageSchema },
        'application/x-ndjson': {
          schema: z.string().openapi({ description: 'A StoredResponse a line; cut off: it is not all' }),
        },
        'text/csv': { schema: z.string().openapi({ description: 'RFC 4180, as vivencia import reads it' }) },
      },
    },
    ...problems('unauthorized', 'insufficient_scope', 'invalid_query', 'store_unavailable'),
  },
});

const one = createRoute({
  method: 'get',
  path: '/v1/responses/{id}',
  security: bearerSecurity,
  summary: 'One response as it is kept',
  request: { params: z.object({ id: z.string().openapi({ example: '0190a000-0000-7000-8000-000000000001' }) }) },
  responses: {
    200: { description: 'The response', content: { 'application/json': { schema: storedResponseSchema } } },
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'store_unavailable'),
  },
});

export function responseRoutes({ store }: ApiParts) {
  const app = describedApp();
  const line = new Line(readAtOnce, mostWaiting);

  app.openapi(list, async (c) => {
    const parameters = c.req.valid('query');
    const query = readResponsesQuery(parameters, c.get('site'));
    const isGone = () => c.req.raw.signal.aborted;
    if (parameters.format === 'json') {
      return c.json(await line.run(() => readPage(store, query), isGone), 200);
    }
    // Each piece in its turn: an export is long, and its reader may be slow.
    const inTurn: Reads = { findResponses: (piece) => line.run(() => store.findResponses(piece), isGone) };
    return streamOf(inTurn, query, parameters.format) as never;
  });

  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const [found] = z.guid().safeParse(id).success
      ? await store.readResponsesById(c.get('site').id, [id.toLowerCase()])
      : [];
    if (!found) throw new Refusal('not_found', 'There is no response with this id.');
    return c.json(exportedResponse(found), 200);
  });

  return app;
}

type Reads = Pick<Store, 'findResponses'>;

/** As full as `limit` says, unless that takes long: then where it stopped is where the next one begins. */
async function readPage(store: Reads, { after, limit, ...chosen }: ResponseQuery) {
  const responses: StoredResponse[] = [];
  let next = after;
  for (let step = 0; step < stepsForOnePage; step++) {
    const page = await store.findResponses({ ...chosen, after: next, limit: limit - responses.length });
    responses.push(...page.responses);
    next = page.next;
    if (next === null || responses.length === limit) break;
  }
  return { responses: responses.map(exportedResponse), next: next === null ? null : writeCursor(next, chosen) };
}

/** All of them, read as fast as they are taken: who is slow keeps nothing of the store waiting. */
async function streamOf(store: Reads, { after: _, limit: __, ...chosen }: ResponseQuery, format: ExportFormat) {
  const pages = exportPages(store, chosen, format);
  // What cannot even begin is refused as anything else is.
  let first: IteratorResult<ExportPage> | null = await pages.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = first ?? (await pages.next());
        first = null;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value.text));
      },
      cancel: async () => void (await pages.return(undefined)),
    },
    { highWaterMark: 1 },
  );
  const headers = {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="responses.${format}"`,
  };
  return new Response(body, { headers });
}
