import { type ApiRequest, addressOf } from './apiRequest.ts';
import { attempt } from './attempt.ts';
import type { CallOptions } from './callOptions.ts';
import type { Settings } from './clientOptions.ts';
import { readRefusal } from './readRefusal.ts';
import { isWorthAnother, pause, waitMs } from './retry.ts';
import { VivenciaError } from './vivenciaError.ts';

export interface Transport {
  /** The answer's JSON; `undefined` where it has no content. */
  send<T>(request: ApiRequest, options: CallOptions | undefined): Promise<T>;
  /** The answer as soon as it has begun; what is read of it after that is not tried again. */
  open(request: ApiRequest, options: CallOptions | undefined): Promise<Response>;
}

/** Makes requests, and makes them again where that is of use and does no harm. */
export function openTransport(settings: Settings): Transport {
  const { url, secretKey, timeoutMs, deadlineMs, retries } = settings;

  /** Made before the first attempt: what cannot be written as JSON is the caller's mistake, and no failure of a network. */
  function prepared(request: ApiRequest) {
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const headers = { authorization: `Bearer ${secretKey}`, ...(body && { 'content-type': 'application/json' }) };
    const address = addressOf(url, request);
    // A POST that is led elsewhere would become a GET, and the key is for nobody else.
    const init = { method: request.method, headers, body, redirect: 'manual' } as const;
    return (signal: AbortSignal) => settings.fetch(address, { ...init, signal });
  }

  const whereGood = async (response: Response): Promise<Response> => {
    if (response.ok) return response;
    // Whatever stands on the way may answer with what it was sent.
    throw readRefusal(response, (await response.text()).replaceAll(secretKey, 'sk_…'));
  };

  async function retrying<T>(request: ApiRequest, read: (response: Response) => Promise<T>, signal?: AbortSignal) {
    const make = prepared(request);
    const deadline = performance.now() + deadlineMs;
    for (let tried = 1; ; tried++) {
      const left = deadline - performance.now();
      try {
        return await attempt(
          make,
          async (response) => read(await whereGood(response)),
          Math.min(timeoutMs, left),
          signal,
        );
      } catch (error) {
        if (!(error instanceof VivenciaError)) throw error;
        // What is gone was deleted by an attempt before, whose answer was lost.
        if (tried > 1 && request.method === 'DELETE' && error.status === 404) return undefined as T;
        const wait = waitMs(tried, error.retryAfter, Math.random());
        const isInTime = performance.now() + wait < deadline;
        if (tried > retries || !isInTime || !isWorthAnother(error, request.idempotent)) throw error;
        await pause(wait, signal);
      }
    }
  }

  return {
    send: <T>(request: ApiRequest, options: CallOptions | undefined) => retrying<T>(request, readJson, options?.signal),
    open: (request, options) => retrying(request, async (response) => response, options?.signal),
  };
}

async function readJson<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (text === '') return undefined as T;
  try {
    return JSON.parse(text);
  } catch {
    const { status } = response;
    throw new VivenciaError({ code: 'unexpected_answer', status, detail: 'It answered something that is not JSON.' });
  }
}
