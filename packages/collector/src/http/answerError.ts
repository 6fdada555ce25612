import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../store/store.ts';
import { Refusal } from './problem.ts';

/** Seconds after which a delivery that the store could not take is worth another try. */
const storeRetrySeconds = 2;

export const answerNotFound = () => new Refusal('not_found', 'There is nothing at this address.').toResponse();

/** Answers whatever a route threw. Only what nobody foresaw is a 500, and it is logged. */
export const answerError =
  (log: Logger) =>
  (error: Error, c: Context): Response => {
    if (error instanceof Refusal) return error.toResponse();
    if (error instanceof StoreUnavailable) {
      log.error({ reason: error.message }, 'the store is not available');
      const detail = 'Nothing was kept; try again.';
      return new Refusal('store_unavailable', detail, [], storeRetrySeconds).toResponse();
    }
    if (error instanceof HTTPException && error.status < 500) return refusalOf(error).toResponse();
    if (c.req.raw.signal.aborted) {
      log.debug({ path: c.req.path }, 'the client went away');
      return new Refusal('invalid_json', 'The body did not come to its end.').toResponse();
    }
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'unforeseen');
    const body = { type: 'about:blank', title: 'Internal error', status: 500, code: 'internal_error' };
    return c.json(body, 500, { 'content-type': 'application/problem+json' });
  };

/** What a library refused, in our own words. */
function refusalOf({ status }: HTTPException): Refusal {
  switch (status) {
    case 413:
      return new Refusal('body_too_large', 'The body is too large.');
    case 415:
      return new Refusal('unsupported_media_type', 'Send the body as application/json, in UTF-8.');
    default:
      return new Refusal('invalid_json', 'The body could not be read.');
  }
}
