import type { Context, Handler } from 'hono';
import { tooMuchAtOnce } from '../http/answerError.ts';
import { opened } from '../http/anyOrigin.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { NoteRequest } from '../observe/observeRequests.ts';
import { QueueFull, StoreUnavailable } from '../store/store.ts';

interface PublicRouteParts {
  /** Whether the collector is too late to take more. */
  isOverloaded: () => boolean;
  answerError: (error: Error, c: Context) => Response;
  noteRequest: NoteRequest;
  metrics: Metrics;
}

/**
 * A route that pages of any origin deliver to. It refuses before a body is read while the collector is too late anyway.
 * It does by itself what middleware does for the other routes: behind one, a delivery waits for more promises and its
 * answer is made twice, which took as long as all the rest.
 */
export const publicRoute =
  (
    path: string,
    route: (c: Context) => Promise<Response>,
    { isOverloaded, answerError, noteRequest, metrics }: PublicRouteParts,
  ): Handler =>
  async (c) => {
    const begun = performance.now();
    let answer: Response;
    let error: Error | undefined;
    try {
      if (isOverloaded()) {
        metrics.dropped('overloaded');
        throw tooMuchAtOnce();
      }
      answer = await route(c);
    } catch (thrown) {
      error = thrown as Error;
      if (error instanceof StoreUnavailable) metrics.dropped(error instanceof QueueFull ? 'queue_full' : 'store');
      answer = opened(answerError(error, c));
    }
    noteRequest(c.req.method, path, answer.status, performance.now() - begun, error);
    return answer;
  };
