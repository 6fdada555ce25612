import { addressOf, type Query } from './address.ts';
import { attempt } from './attempt.ts';
import type { CallOptions } from './callOptions.ts';
import type { Settings } from './clientOptions.ts';
import { readRefusal } from './readRefusal.ts';
import { isWorthAnother, pause, waitMs } from './retry.ts';
import { VivenciaError } from './vivenciaError.ts';

/** Makes requests, and makes them again where that is of use and does no harm. Answers are JSON, or nothing. */
export interface Transport {
  get<T>(path: string, query: Query, options: CallOptions | undefined): Promise<T>;
  /** The answer as soon as it has begun; what is read of it after that is not tried again. */
  open(path: string, query: Query, options: CallOptions | undefined): Promise<Response>;
  put<T>(path: string, body: unknown, options: CallOptions | undefined): Promise<T>;
  remove(path: string, options: CallOptions | undefined): Promise<void>;
  /** Of what does the same twice as once. */
  post<T>(path: string, body: unknown, options: CallOptions | undefined): Promise<T>;
  /** Of what would be done twice: made again only where it was not done. */
  postOnce<T>(path: string, body: unknown, options: CallOptions | undefined): Promise<T>;
}

export function openTransport({ url, secretKey, timeoutMs, deadlineMs, retries, fetch }: Settings): Transport {
  const whereGood = async (response: Response): Promise<Response> => {
    if (response.ok) return response;
    // Whatever stands on the way may answer with what it was sent.
    throw readRefusal(response, (await response.text()).replaceAll(secretKey, 'sk_…'));
  };

  async function call<T>(
    method: string,
    path: string,
    query: Query,
    content: unknown,
    options: CallOptions | undefined,
    read: (response: Response) => Promise<T>,
    idempotent = true,
  ): Promise<T> {
    // Before the first attempt: what cannot be written as JSON is the caller's mistake, and no failure of a network.
    const body = content === undefined ? null : JSON.stringify(content);
    const headers = { authorization: `Bearer ${secretKey}`, ...(body && { 'content-type': 'application/json' }) };
    // A POST that is led elsewhere would become a GET, and the key is for nobody else.
    const init = { method, headers, body, redirect: 'manual' } as const;
    const address = addressOf(url + path, query);
    const make = async (signal: AbortSignal) => read(await whereGood(await fetch(address, { ...init, signal })));
    const deadline = performance.now() + deadlineMs;
    const signal = options?.signal;
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(make, Math.min(timeoutMs, deadline - performance.now()), signal);
      } catch (error) {
        if (!(error instanceof VivenciaError)) throw error;
        // What is gone was deleted by an attempt before, whose answer was lost.
        if (tried > 1 && method === 'DELETE' && error.status === 404) return undefined as T;
        const wait = waitMs(tried, error.retryAfter, Math.random());
        const isInTime = performance.now() + wait < deadline;
        if (tried > retries || !isInTime || !isWorthAnother(error, idempotent)) throw error;
        await pause(wait, signal);
      }
    }
  }

  return {
    get: (path, query, options) => call('GET', path, query, undefined, options, readJson),
    open: (path, query, options) => call('GET', path, query, undefined, options, async (response) => response),
    put: (path, body, options) => call('PUT', path, {}, body, options, readJson),
    remove: (path, options) => call('DELETE', path, {}, undefined, options, readJson),
    post: (path, body, options) => call('POST', path, {}, body, options, readJson),
    postOnce: (path, body, options) => call('POST', path, {}, body, options, readJson, false),
  };
}

async function readJson(response: Response) {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    const { status } = response;
    throw new VivenciaError({ code: 'unexpected_answer', status, detail: 'It answered something that is not JSON.' });
  }
}
