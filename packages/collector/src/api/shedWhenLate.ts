import type { MiddlewareHandler } from 'hono';
import { tooMuchAtOnce } from '../http/answerError.ts';

/** While the collector is late with everything, who can ask again is told to: a page that delivers may not be able to. */
export const shedWhenLate =
  (isOverloaded: () => boolean): MiddlewareHandler =>
  async (_, next) => {
    if (isOverloaded()) throw tooMuchAtOnce();
    await next();
  };
