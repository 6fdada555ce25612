import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { routeName } from '../http/routeName.ts';
import { StoreUnavailable } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

/** Routes that every page view calls, or a machine every few seconds. */
const frequent = /^\/(v1\/responses|v1\/passes|s\/|assets\/|healthz|readyz|metrics)/;

/** While nothing can be kept every request fails: as many lines a second say so as well as all of them. */
const warningsPerSecond = 10;

/** Times every request, and says it in one line: never more of it than its method and the pattern of its route. */
export function observeRequests(metrics: Metrics, log: Logger): MiddlewareHandler {
  let second = 0;
  let warnings = 0;
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const ended = performance.now();
    const route = routeName(c);
    const { status } = c.res;
    metrics.answered(route, status, ended - begun);
    const level = status >= 500 ? 'warn' : frequent.test(route) ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    if (level === 'warn') {
      const now = Math.floor(ended / 1000);
      if (now !== second) warnings = 0;
      second = now;
      if (++warnings > warningsPerSecond) return;
    }
    const reason = c.error instanceof StoreUnavailable ? { reason: c.error.message } : {};
    log[level](
      { method: c.req.method, route, status, ms: Math.round((ended - begun) * 10) / 10, ...reason },
      'request',
    );
  };
}
