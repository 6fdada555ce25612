import type { RefusalCode } from '@vivencia/contract/refusal';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { Refusal } from './problem.ts';
import { routeName } from './routeName.ts';

/** Seconds after which a delivery that the store could not take is worth another try. */
const storeRetrySeconds = 2;

/** What a delivery hears that is shed. */
export const tooMuchAtOnce = () =>
  new Refusal('store_unavailable', 'Too much comes at once; nothing was kept, try again.', [], storeRetrySeconds);

/** Told of every refusal that goes out. */
type OnRefusal = (code: RefusalCode) => void;

export const answerNotFound = (onRefusal: OnRefusal) => () => {
  onRefusal('not_found');
  return new Refusal('not_found', 'There is nothing at this address.').toResponse();
};

/** Answers whatever a route threw. Only what nobody foresaw is a 500, and it is logged. */
export const answerError =
  (log: Logger, onRefusal: OnRefusal) =>
  (error: Error, c: Context): Response => {
    const refusal = refusalOf(error, c);
    if (refusal) {
      onRefusal(refusal.code);
      return refusal.toResponse();
    }
    log.error({ err: error, method: c.req.method, route: routeName(c) }, 'unforeseen');
    const body = { type: 'about:blank', title: 'Internal error', status: 500, code: 'internal_error' };
    return c.json(body, 500, { 'content-type': 'application/problem+json' });
  };

/** What was refused, in our own words; `null` where it is a mistake of ours. */
function refusalOf(error: Error, c: Context): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailable) {
    return new Refusal('store_unavailable', 'Nothing was kept; try again.', [], storeRetrySeconds);
  }
  if (error instanceof HTTPException && error.status < 500) return refusalOfLibrary(error);
  // The client went away.
  return c.req.raw.signal.aborted ? new Refusal('invalid_json', 'The body did not come to its end.') : null;
}

function refusalOfLibrary({ status }: HTTPException): Refusal {
  switch (status) {
    case 413:
      return new Refusal('body_too_large', 'The body is too large.');
    case 415:
      return new Refusal('unsupported_media_type', 'Send the body as application/json, in UTF-8.');
    default:
      return new Refusal('invalid_json', 'The body could not be read.');
  }
}
