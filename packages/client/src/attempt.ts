import { VivenciaError } from './vivenciaError.ts';

/**
 * One attempt at a request, from its beginning until its answer has been read.
 *
 * @param make makes the request and reads its answer
 * @param ms milliseconds that it may take
 * @throws VivenciaError; the signal's reason where that ended it
 */
export async function attempt<T>(
  make: (signal: AbortSignal) => Promise<T>,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  const control = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    control.abort();
  }, ms);
  const stop = () => control.abort();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await make(control.signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof VivenciaError) throw error;
    if (isLate) throw new VivenciaError({ code: 'timeout', detail: 'No whole answer came in time.' });
    throw networkError(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Of what the runtime throws only the code goes on: nobody knows what else it holds, the request's headers perhaps. */
export function networkError(thrown: unknown): VivenciaError {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const why = [cause?.code, code].find((each) => typeof each === 'string' && /^\w{1,64}$/.test(each));
  return new VivenciaError({ code: 'network_error', detail: `No whole answer came${why ? `: ${why}` : ''}.` });
}
