import type { MiddlewareHandler } from 'hono';
import { Line } from '../http/line.ts';

/** Reads of all backends together: the rest of the sums that may be under way is for people. Each asks for two at most. */
const readAtOnce = 4;
const mostWaiting = 16;

/** Lets a few reads in at once, so that a backend that asks and asks keeps nobody from the pages. */
export function inTurn(): MiddlewareHandler {
  const line = new Line(readAtOnce, mostWaiting);
  return (c, next) => line.run(next, () => c.req.raw.signal.aborted);
}
