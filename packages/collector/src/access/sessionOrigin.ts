import type { RefusalCode } from '@vivencia/contract/refusal';
import type { MiddlewareHandler } from 'hono';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request comes from one of our own pages: the browser says so (Sec-Fetch-Site), or, where it says nothing,
 * its Origin is exactly ours. A request with neither is not from a page of ours that any living browser shows.
 *
 * @param publicUrl base address of the collector; its origin may differ from the one the request came to, behind a proxy
 */
function isFromOwnPage(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && [new URL(publicUrl).origin, new URL(request.url).origin].includes(origin);
}

/** Refuses, with 403, every unsafe request that does not come from one of our own pages. */
export const fromOwnPagesOnly =
  (publicUrl: () => string, refused: (code: RefusalCode) => void = () => {}): MiddlewareHandler =>
  async (c, next) => {
    if (!safeMethods.includes(c.req.method) && !isFromOwnPage(c.req.raw, publicUrl())) {
      refused('origin_not_allowed');
      return c.text('This may only be sent from the collector’s own pages.', 403);
    }
    await next();
  };
