import { findTargetHandler } from 'hono/utils/handler';
import type { TestApp } from '../support/testApp.ts';

export interface Route {
  method: string;
  /** The pattern of its path. */
  path: string;
}

/** Every route of the whole app once, as the app itself lists them: a new one is here without anybody's doing. */
export function routesOf(app: TestApp['app']): Route[] {
  // Pages that answer their own errors are wrapped.
  const found = app.routes.filter(({ method, handler }) => method !== 'ALL' && findTargetHandler(handler).length < 2);
  const byName = new Map(found.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...byName.values()];
}

export const isUnsafe = ({ method }: Route) => !['GET', 'HEAD', 'OPTIONS'].includes(method);
