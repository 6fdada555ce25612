import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { routeName } from '../http/routeName.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Metrics } from './metrics.ts';

/** Routes that every page view calls, or a machine every few seconds. */
const frequent = /^\/(v1\/responses|v1\/passes|s\/|k\/|assets\/|healthz|readyz|metrics)/;

/** While nothing can be kept every request fails: as many lines a second say so as well as all of them. */
const warningsPerSecond = 10;

/**
 * Told of every request that was answered: never more of it than its method, the pattern of its route, the answer's
 * status and milliseconds, and what was thrown.
 */
export type NoteRequest = (method: string, route: string, status: number, ms: number, error?: Error) => void;

/** Times every request, and says it in one line. */
export function requestNotes(metrics: Metrics, log: Logger): NoteRequest {
  let second = 0;
  let warnings = 0;
  const isOneOfMany = () => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) warnings = 0;
    second = now;
    return ++warnings > warningsPerSecond;
  };
  return (method, route, status, ms, error) => {
    metrics.answered(route, status, ms);
    const level = status >= 500 ? 'warn' : frequent.test(route) ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    if (level === 'warn' && isOneOfMany()) return;
    const reason = error instanceof StoreUnavailable ? { reason: error.message } : {};
    log[level]({ method, route, status, ms: Math.round(ms * 10) / 10, ...reason }, 'request');
  };
}

export const observeRequests =
  (note: NoteRequest): MiddlewareHandler =>
  async (c, next) => {
    const begun = performance.now();
    await next();
    note(c.req.method, routeName(c), c.res.status, performance.now() - begun, c.error);
  };
