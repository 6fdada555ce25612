import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../http/problem.ts';
import type { Metrics } from '../observe/metrics.ts';
import { QueueFull, StoreUnavailable } from '../store/store.ts';

/** Seconds after which a delivery that was shed is worth another try. */
const retrySeconds = 2;

/**
 * Refuses deliveries before their bodies are read while the collector is too late anyway, and counts those that the
 * store did not take.
 */
export const shedLoad =
  (isOverloaded: () => boolean, metrics: Metrics): MiddlewareHandler =>
  async (c, next) => {
    if (isOverloaded()) {
      metrics.dropped('overloaded');
      throw new Refusal('store_unavailable', 'Too much comes at once; nothing was kept, try again.', [], retrySeconds);
    }
    await next();
    if (c.error instanceof StoreUnavailable) metrics.dropped(c.error instanceof QueueFull ? 'queue_full' : 'store');
  };
