import { type RefusalCode, refusalStatus } from '@vivencia/contract/refusal';
import { Refusal } from '../http/problem.ts';
import { commonHeaders, headerNames } from './commonHeaders.ts';
import type { Answer, CompleteDocument, Operation } from './openApiDocument.ts';
import { tagOf, tags } from './tags.ts';

const problemType = 'application/problem+json';
const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** What the server itself refuses, whatever the route. */
const ofServer: RefusalCode[] = ['malformed_request', 'request_timeout', 'headers_too_large'];

/** What every route refuses that wants a secret key. */
const ofKeys: RefusalCode[] = ['unauthorized', 'insufficient_scope', 'too_many_requests', 'store_unavailable'];

/**
 * What no route has to say of itself: how each is called, what all of them may refuse, with each code and an example of
 * it, and the headers that go with an answer.
 */
export function completeDocument(given: object): CompleteDocument {
  const document = given as CompleteDocument;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) item[method] = completeOperation(operation, method, path);
    }
  }
  document.components = { ...document.components, headers: commonHeaders };
  document.tags = tags.map(({ name, description }) => ({ name, description }));
  return document;
}

function completeOperation(operation: Operation, method: string, path: string): Operation {
  const wantsKey = operation.security?.length === 1;
  const codes = new Set<RefusalCode>([...ofServer, ...(wantsKey ? ofKeys : [])]);
  const answers: [string, Answer][] = [];
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (answer.content?.[problemType])
      for (const code of answer.description.split(', ')) codes.add(code as RefusalCode);
    else answers.push([status, answer]);
  }
  for (const status of new Set([...codes].map((code) => refusalStatus[code]))) {
    const ofStatus = [...codes].filter((code) => refusalStatus[code] === status);
    answers.push([String(status), refusalsOf(status, ofStatus)]);
  }
  answers.push(['500', unforeseen]);
  const isTagged = operation.responses[304] !== undefined;
  return {
    operationId: operationIdOf(method, path),
    tags: [tagOf(method, path)],
    ...operation,
    ...(wantsKey ? { security: withScope(operation.security, method) } : {}),
    ...(isTagged ? { parameters: [...(operation.parameters ?? []), ifNoneMatch] } : {}),
    responses: Object.fromEntries(
      answers
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([status, answer]) => [status, withHeaders(status, answer, wantsKey, isTagged)]),
    ),
  };
}

/** `get /v1/touchpoints/{key}/score` → `getTouchpointsKeyScore` */
const operationIdOf = (method: string, path: string) =>
  [method, ...path.replace(/^\/v1/, '').split(/[^A-Za-z0-9]+/)]
    .filter(Boolean)
    .map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** As the guard has it, where a route says no other. */
const withScope = (security: Operation['security'], method: string) =>
  security?.map(({ Bearer: scopes = [] }) => ({
    Bearer: scopes.length > 0 ? scopes : [method === 'get' ? 'read' : 'manage'],
  }));

function refusalsOf(status: number, codes: RefusalCode[]): Answer {
  const narrowed = { type: 'object', properties: { status: { const: status }, code: { enum: codes } } };
  const examples = codes.map((code) => [code, { value: new Refusal(code, 'One sentence for people.').toProblem() }]);
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, narrowed] };
  const content = { [problemType]: { schema, examples: Object.fromEntries(examples) } };
  return { description: codes.join(', '), content };
}

const unforeseen: Answer = {
  description: 'internal_error: a mistake of ours',
  content: {
    [problemType]: {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { const: 500 },
          code: { const: 'internal_error' },
        },
        required: ['type', 'title', 'status', 'code'],
      },
    },
  },
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag that is known already: 304 where it is still right',
  schema: { type: 'string' },
};

function withHeaders(status: string, answer: Answer, wantsKey: boolean, isTagged: boolean): Answer {
  const names = headerNames(Number(status), wantsKey, isTagged);
  if (names.length === 0) return answer;
  const headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
