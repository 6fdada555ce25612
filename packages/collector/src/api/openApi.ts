import type { Hook } from '@hono/zod-openapi';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import type { SiteLookup } from '../access/siteLookup.ts';
import { inputErrors } from '../http/inputError.ts';
import { Refusal } from '../http/problem.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';

// biome-ignore lint/suspicious/noExplicitAny: the hook is given to apps of any environment.
const refuseInvalid: Hook<any, any, any, any> = (result) => {
  if (result.success) return;
  const code = result.target === 'query' ? 'invalid_query' : 'invalid_settings';
  const where = result.target === 'query' ? 'The query' : 'The body';
  throw new Refusal(
    code,
    `${where} is not valid; see errors.`,
    inputErrors(result.error, (result as { data?: unknown }).data),
  );
};

/**
 * An app whose routes describe themselves and whose inputs are refused as everywhere else.
 *
 * @param getPath the path of a request, as its routes know it
 */
export const describedApp = (options: { getPath?: (request: Request) => string } = {}) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid, ...options });

/** What all routes of an app say of themselves. Put together once: that takes long, and anybody may ask for it. */
export function description(app: OpenAPIHono<ApiEnvironment>): Handler {
  let text: string | undefined;
  return (c) => {
    text ??= JSON.stringify(
      app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Vivencia collector', version: '1' } }),
    );
    return c.body(text, 200, { 'content-type': 'application/json' });
  };
}

export const bearerSecurity = [{ Bearer: [] }];

/** What every backend route needs. */
export interface ApiParts {
  store: Store;
  lookup: SiteLookup;
  now: () => number;
}

/** What the guard has found out before a backend route runs. */
export interface ApiEnvironment {
  Variables: { site: Site };
}
