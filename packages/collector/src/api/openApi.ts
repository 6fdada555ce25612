import type { Hook } from '@hono/zod-openapi';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { RefusalCode } from '@vivencia/contract/refusal';
import type { Handler } from 'hono';
import type { SiteLookup } from '../access/siteLookup.ts';
import { inputErrors } from '../http/inputError.ts';
import { Refusal } from '../http/problem.ts';
import type { Scope, Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { completeDocument } from './completeDocument.ts';
import type { CompleteDocument } from './openApiDocument.ts';

/** Refuses what is not valid: queries as everywhere, bodies with a code of the route's own. */
const refusing =
  // biome-ignore lint/suspicious/noExplicitAny: the hook is given to apps of any environment.
    (invalidBody: RefusalCode): Hook<any, any, any, any> =>
    (result) => {
      if (result.success) return;
      const isQuery = result.target === 'query';
      throw new Refusal(
        isQuery ? 'invalid_query' : invalidBody,
        `${isQuery ? 'The query' : 'The body'} is not valid; see errors.`,
        inputErrors(result.error, (result as { data?: unknown }).data),
      );
    };

/**
 * An app whose routes describe themselves and whose inputs are refused as everywhere else.
 *
 * @param getPath the path of a request, as its routes know it
 * @param invalidBody the code with which a body is refused
 */
export const describedApp = ({ invalidBody = 'invalid_settings', ...options }: DescribedAppOptions = {}) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: refusing(invalidBody), ...options });

interface DescribedAppOptions {
  getPath?: (request: Request) => string;
  invalidBody?: RefusalCode;
}

const info = {
  title: 'Vivencia collector',
  version: '1',
  description:
    'What was felt at each touchpoint, scored. Every refusal is RFC 9457 problem+json with a stable `code`; input is never repeated in it. A 2xx to what changes something means that it is on disk. HEAD is answered wherever GET is. Readable at /docs.',
};

/** Beside the document, whatever path both are below. */
const externalDocs = { url: 'docs', description: 'The same, to be read' };

/** What all routes of an app say of themselves. Put together once: that takes long, and anybody may ask for it. */
export function describedRoutes(app: OpenAPIHono<ApiEnvironment>): () => CompleteDocument {
  let document: CompleteDocument | undefined;
  return () => {
    document ??= completeDocument(app.getOpenAPI31Document({ openapi: '3.1.0', info, externalDocs }));
    return document;
  };
}

/** GET /openapi.json */
export function description(document: () => CompleteDocument): Handler {
  let text: string | undefined;
  return (c) => {
    text ??= JSON.stringify(document());
    return c.body(text, 200, { 'content-type': 'application/json' });
  };
}

/** The scope is the guard's own, `read` for reads and `manage` for all else, unless a route names another one here. */
export const bearerSecurity: { Bearer: Scope[] }[] = [{ Bearer: [] }];

/** Of what backends deliver. */
export const ingestSecurity: { Bearer: Scope[] }[] = [{ Bearer: ['ingest'] }];

/** A read with an ETag. */
export const notModified = { 304: { description: 'What is known already is still right' } };

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
