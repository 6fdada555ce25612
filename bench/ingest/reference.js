import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { accept } from '../../packages/collector/dist/ingest/accept.js';
import { publicResponseSchema } from '../../packages/collector/dist/ingest/responseSchema.js';
import { createWriter } from '../../packages/collector/dist/store/sqlite/writer.js';

/*
 * What the collector is compared with, each in a process of its own on the same Hono: nothing at all (`noop`), JSON and
 * the collector's own zod schema with no store (`validate`), and the same with one transaction of the collector's own
 * for each request, on the main thread (`transaction`).
 *
 * process.argv: which one, the database's file. Prints the port.
 */
const [kind, file] = process.argv.slice(2);
const app = new Hono();
const answer = (c, id) => c.json({ id, outcome: 'stored' });

const validated = async (c) => publicResponseSchema.parse(await c.req.json());
const routes = {
  noop: (c) => answer(c, null),
  validate: async (c) => answer(c, (await validated(c)).id),
  transaction: () => {
    const writer = createWriter(file, Date.now);
    return async (c) => {
      const state = await validated(c);
      const deliveries = JSON.stringify([accept(state, 1, false, Date.now(), false)]);
      const [result] = JSON.parse(writer.run('recordStates', [deliveries], () => {}));
      return c.json({ id: state.id, ...result });
    };
  },
};
app.post('/v1/responses', kind === 'transaction' ? routes.transaction() : routes[kind]);
const server = createAdaptorServer(app);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
