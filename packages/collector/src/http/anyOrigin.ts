import type { Context, ErrorHandler, Handler } from 'hono';

/** What lets pages of any origin read an answer; who may deliver is another question. */
const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

/** An answer that pages of any origin may read. Headers go in with it: added afterwards, they double what it costs. */
export const openAnswer = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', ...headers } });

export const openNoContent = (): Response => new Response(null, { status: 204, headers });

/** A route whose refusals, too, pages of any origin may read. It stands alone: a middleware would wait for each delivery. */
export const openRoute =
  (route: (c: Context) => Promise<Response>, answerError: ErrorHandler): Handler =>
  async (c) => {
    try {
      return await route(c);
    } catch (error) {
      const answer = await answerError(error as Error, c);
      for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
      return answer;
    }
  };
