import { getPath } from 'hono/utils/url';

/** First parts of our own paths: a base path that begins like one of them cannot be told from it. */
const ownParts =
  /^\/(v1|s|r|k|faces|assets|scripts|login|logout|share|touchpoints|declare|ranking\.csv|install|access|healthz|readyz|metrics|docs|openapi\.json)(\/|$)/;

/**
 * The path of a request below a base path. What mounts a handler or forwards to it may have cut the base path off
 * already; then the path is taken as it is, and so it always is where the base path begins like one of ours.
 *
 * @param basePath as it stands in an address, without a slash at its end; '' where there is none
 */
export function pathBelow(basePath: string): (request: Request) => string {
  if (basePath === '' || ownParts.test(basePath)) return getPath;
  // Read by what reads the requests, so that both are decoded alike.
  const base = getPath(new Request(`http://localhost${basePath}`));
  return (request) => {
    const path = getPath(request);
    if (path === base) return '/';
    return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  };
}
