import type { Context, Handler } from 'hono';
import { tooMuchAtOnce } from '../http/answerError.ts';
import { opened } from '../http/anyOrigin.ts';
import { parseJson } from '../http/jsonBody.ts';
import { readBody } from '../http/readBody.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { NoteRequest } from '../observe/observeRequests.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Intake } from './intake.ts';

interface PublicRouteParts {
  /** Whether the collector is too late to take more. */
  isOverloaded: () => boolean;
  intake: Intake;
  answerError: (error: Error, c: Context) => Response;
  noteRequest: NoteRequest;
  metrics: Metrics;
}

/**
 * A route that pages of any origin deliver to. It refuses before a body is read while the collector is too late anyway,
 * and before it is parsed while there is too much to do.
 * It does by itself what middleware does for the other routes: behind one, a delivery waits for more promises and its
 * answer is made twice, which took as long as all the rest.
 */
export const publicRoute =
  (
    path: string,
    route: (c: Context, body: unknown) => Promise<Response>,
    { isOverloaded, intake, answerError, noteRequest, metrics }: PublicRouteParts,
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
      const announced = c.req.header('content-length');
      const bytes = await intake.receive(announced, () => readBody(c, { plainText: true }));
      answer = await intake.take(bytes.length, () => route(c, parseJson(bytes)));
    } catch (thrown) {
      error = thrown as Error;
      if (error instanceof StoreUnavailable) metrics.dropped('store');
      answer = opened(answerError(error, c));
    }
    noteRequest(c.req.method, path, answer.status, performance.now() - begun, error);
    return answer;
  };
