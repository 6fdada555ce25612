import { Hono } from 'hono';
import { isSame } from '../http/isSame.ts';
import { Refusal } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

/** Seconds after which it is worth asking again whether the store is ready. */
const readyRetrySeconds = 2;

interface HealthParts {
  store: Store;
  metrics: Metrics;
  /** Whoever asks for the metrics must say it; `null`: everybody may ask. */
  metricsToken: string | null;
}

/** What a supervisor, a load balancer and Prometheus ask. */
export function healthRoutes({ store, metrics, metricsToken }: HealthParts) {
  const app = new Hono();
  const whyNotReady = () => store.readiness().catch((error: Error) => error.message);
  metrics.watch('store_ready', '1 where the store can be read and written.', async () =>
    (await whyNotReady()) === null ? 1 : 0,
  );

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/readyz', async (c) => {
    const reason = await whyNotReady();
    if (reason !== null) throw new Refusal('store_unavailable', reason, [], readyRetrySeconds);
    return c.json({ status: 'ready' });
  });

  app.get('/metrics', async (c) => {
    const given = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (metricsToken !== null && !isSame(given, metricsToken)) {
      throw new Refusal('unauthorized', 'Send the token of the metrics: Authorization: Bearer …');
    }
    return c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType });
  });

  return app;
}
