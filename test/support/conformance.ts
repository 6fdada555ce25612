import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { closedSchema } from './closedSchema.ts';
import type { Media, OpenApiDocument, Operation, Parameter, Schema } from './openApiDocument.ts';

/** A request that was answered. Bodies are text; `null`: there was none, or it is not looked at. */
export interface Exchange {
  method: string;
  /** Path with its query. */
  target: string;
  requestType: string | null;
  requestBody: string | null;
  status: number;
  responseType: string | null;
  responseBody: string | null;
}

interface Route {
  path: string;
  pattern: RegExp;
  operations: Record<string, Operation>;
}

const mediaTypeOf = (header: string | null) => (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
const isJson = (mediaType: string) => /[/+]json$/.test(mediaType);

/** Looks whether the collector says of itself what it does: both what it takes and what it answers. */
export class Conformance {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<Schema, ValidateFunction>();
  readonly #routes: Route[];
  /** What was seen, as `get /v1/site 200`. */
  readonly seen = new Set<string>();

  constructor(readonly document: OpenApiDocument) {
    // ajv-formats is CommonJS: its default export is a function of the default.
    (formats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    const { schemas } = document.components;
    const all = (change: (schema: Schema) => Schema) =>
      Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
    this.#ajv.addSchema({
      $id: 'document',
      closed: all((schema) => closedSchema(schema)),
      open: all((schema) => closedSchema(schema, true)),
      components: { schemas },
    });
    this.#routes = Object.entries(document.paths)
      .map(([path, operations]) => ({ path, pattern: patternOf(path), operations }))
      // What names more of itself goes first.
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  }

  /** What of an exchange is not as the document says, in words. */
  check(exchange: Exchange): string[] {
    const { pathname, searchParams } = new URL(exchange.target, 'http://collector.example');
    const route = this.#routes.find(({ pattern }) => pattern.test(pathname));
    const method = exchange.method.toLowerCase();
    if (method === 'options') return [];
    const operation = route?.operations[method === 'head' ? 'get' : method];
    if (!route || !operation) return /^\/v1\//.test(pathname) ? this.#ofNoRoute(exchange) : [];
    this.seen.add(`${method} ${route.path} ${exchange.status}`);
    const wrong = this.#ofAnswer(operation, exchange);
    if (exchange.status >= 200 && exchange.status < 300) {
      wrong.push(
        ...this.#ofParameters(operation.parameters ?? [], route.pattern.exec(pathname)?.groups ?? {}, searchParams),
      );
      wrong.push(...this.#ofRequestBody(operation, exchange));
    }
    return wrong.map((what) => `${method} ${route.path} ${exchange.status}: ${what}`);
  }

  /** What is not documented is refused. */
  #ofNoRoute({ method, target, status, responseBody }: Exchange): string[] {
    const where = `${method} ${target} ${status}`;
    if (status < 400) return [`${where}: the document has no such route`];
    return this.#invalid({ $ref: '#/components/schemas/Problem' }, responseBody, true).map(
      (what) => `${where}: ${what}`,
    );
  }

  #ofAnswer(operation: Operation, { method, status, responseType, responseBody }: Exchange): string[] {
    const answer = operation.responses[status];
    if (!answer) return ['the document has no such status'];
    if (method === 'HEAD') return [];
    const mediaType = mediaTypeOf(responseType);
    if (!answer.content) return responseBody ? ['the document has no body there'] : [];
    const media = answer.content[mediaType];
    if (!media) return [`the document has no ${mediaType || 'answer without a type'} there`];
    return isJson(mediaType) ? this.#invalid(media.schema, responseBody, true) : [];
  }

  #ofParameters(parameters: Parameter[], path: Record<string, string>, query: URLSearchParams): string[] {
    const known = new Set(parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name));
    // A route that has no query of its own looks at none, and no route at what has no name.
    const unknown = known.size === 0 ? [] : [...query.keys()].filter((name) => name !== '' && !known.has(name));
    const wrong = unknown.map((name) => `takes ${name} in its query`);
    for (const { name, in: place, required, schema } of parameters) {
      if (place === 'header') continue;
      const value = place === 'path' ? path[name] : (query.get(name) ?? undefined);
      if (value === undefined) wrong.push(...(required ? [`takes a query without ${name}`] : []));
      else
        wrong.push(
          ...this.#invalid(schema, JSON.stringify(place === 'path' ? decodeURIComponent(value) : value), false),
        );
    }
    return wrong;
  }

  #ofRequestBody(
    { requestBody: documented }: Operation,
    { requestType, requestBody, responseBody }: Exchange,
  ): string[] {
    if (requestBody === null || requestBody === '')
      return documented?.required ? ['takes a request without a body'] : [];
    const mediaType = mediaTypeOf(requestType);
    const media: Media | undefined = documented?.content[mediaType];
    if (!media) return documented ? [`takes a body of ${mediaType}`] : [];
    const taken = withoutRefused(requestBody, responseBody);
    return taken === null ? [] : this.#invalid(media.schema, taken, false).map((what) => `takes a body that ${what}`);
  }

  #invalid(schema: Schema, text: string | null, isClosed: boolean): string[] {
    let value: unknown;
    try {
      value = JSON.parse(text ?? '');
    } catch {
      return ['is no JSON'];
    }
    const validate = this.#validatorOf(schema, isClosed);
    return validate(value) ? [] : (validate.errors ?? []).slice(0, 5).map(said);
  }

  #validatorOf(schema: Schema, isClosed: boolean): ValidateFunction {
    const known = this.#validators.get(schema);
    if (known) return known;
    const whole = isClosed
      ? closedSchema(schema)
      : JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'));
    const validate = this.#ajv.compile(whole);
    this.#validators.set(schema, validate);
    return validate;
  }
}

/** Of an array that is judged item by item, what was taken; `null` where that is nothing. */
function withoutRefused(request: string, answer: string | null): string | null {
  if (!answer?.startsWith('{"results"')) return request;
  const { results } = JSON.parse(answer) as { results: { outcome: string }[] };
  const taken = (JSON.parse(request) as unknown[]).filter((_, place) => results[place]?.outcome !== 'refused');
  return taken.length > 0 ? JSON.stringify(taken) : null;
}

const said = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath || '(all of it)'} ${message} ${JSON.stringify(params)}`;

/** `/s/{siteKey}.js` as a pattern with names. */
const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
