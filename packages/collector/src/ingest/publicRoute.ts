import type { Context, Handler } from 'hono';
import { opened } from '../http/anyOrigin.ts';
import { Refusal } from '../http/problem.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { NoteRequest } from '../observe/observeRequests.ts';
import { QueueFull, StoreUnavailable } from '../store/store.ts';

/** Seconds after which a delivery that was shed is worth another try. */
const retrySeconds = 2;

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
        throw new Refusal(
          'store_unavailable',
          'Too much comes at once; nothing was kept, try again.',
          [],
          retrySeconds,
        );
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
