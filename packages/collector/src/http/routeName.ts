import type { Context } from 'hono';
import { routePath } from 'hono/route';

const names = new Map<string, string>();

/** The pattern of the route that a request went to, as `/s/:file`: bounded in number, and without what was asked. */
export function routeName(c: Context): string {
  const pattern = routePath(c, -1);
  let name = names.get(pattern);
  if (name === undefined) {
    name = pattern.replace(/:(\w+)\{.*?\}(?=\/|$)/g, ':$1');
    names.set(pattern, name);
  }
  return name;
}
