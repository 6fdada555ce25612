import { networkError } from './attempt.ts';

/**
 * The bytes of an answer as they arrive; who stops reading ends the request.
 *
 * @throws VivenciaError network_error where it breaks off; the signal's reason where that ended it
 */
export async function* readChunks(
  { body }: Response,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!body) return;
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read().catch((error) => Promise.reject(networkError(error)));
      signal?.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
