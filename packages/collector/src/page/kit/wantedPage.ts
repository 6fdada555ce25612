import type { Context } from 'hono';

const nowhere = 'http://own.invalid';
const longest = 2_000;

/** What the sign-in page is told of the page that somebody wanted: nothing where that is the first one. */
export function wantedOf(c: Context): { to?: string } {
  if (c.req.method !== 'GET') return {};
  const to = c.req.path + new URL(c.req.url).search;
  return to === '/' || ownPage(to) === '/' ? {} : { to };
}

/**
 * The page of ours that `to` names; the first one where it names none. Read as browsers read it, and once more as they
 * will read the answer: `/.//evil.example` begins with one slash and would end as two.
 */
export function ownPage(to: string | undefined): string {
  if (!to?.startsWith('/') || to.length > longest || !URL.canParse(to, nowhere)) return '/';
  const { origin, pathname, search } = new URL(to, nowhere);
  const isOwn = origin === nowhere && !/^\/[/\\]/.test(pathname) && !/^\/log(in|out)\b/.test(pathname);
  return isOwn ? pathname + search : '/';
}
