import { keptParameters } from './chosenAnswers.ts';

/** The pages that can be shared: those that only show. */
const shareable = /^\/$|^\/touchpoints\/[a-z0-9][a-z0-9._-]{0,63}$/;
const longestValue = 200;
const somewhere = 'http://own.invalid';

/** What decides which answers a page is about: whoever shares it says so, whoever reads it cannot. */
const fixed: readonly string[] = [...keptParameters.filter((name) => name !== 'sort'), 'comments'];

export const isShareable = (path: string) => shareable.test(path);

/** The page to share, with what decides about its answers; `null` where it cannot be shared. */
export function sharedPath(page: string | undefined, comments: boolean): string | null {
  if (!page?.startsWith('/') || !URL.canParse(page, somewhere)) return null;
  const { origin, pathname, searchParams } = new URL(page, somewhere);
  if (origin !== somewhere || !isShareable(pathname)) return null;
  const query = new URLSearchParams();
  for (const name of keptParameters) {
    const value = searchParams.get(name);
    if (value) query.set(name, value.slice(0, longestValue));
  }
  if (comments) query.set('comments', '1');
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

/** What a share's path says, taken apart. */
export function partsOf(path: string) {
  const { pathname, searchParams } = new URL(path, somewhere);
  const filters = Object.fromEntries(searchParams);
  return { pathname, filters, comments: filters.comments === '1' };
}

/** A reader's own parameters, as how to sort, beside those that the share has fixed. */
export function readersQuery(asked: Record<string, string>, path: string): Record<string, string> {
  const own = Object.entries(asked).filter(([name]) => !fixed.includes(name));
  return { ...partsOf(path).filters, ...Object.fromEntries(own) };
}

/**
 * How the reader of a share sorts, for the links on its page; empty: as is usual, whatever the share says.
 *
 * @param parameters of a link; one that names how to sort goes there
 */
export function sortOf(asked: string | undefined, parameters: Record<string, string | undefined>): { sort?: string } {
  const sort = 'sort' in parameters ? (parameters.sort ?? '') : asked;
  return sort === undefined ? {} : { sort };
}

/** Whether a link on a shared page would choose what the share has fixed. */
export const choosesFixed = (parameters: object) => Object.keys(parameters).some((name) => fixed.includes(name));
