import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { readConfig } from '../../../packages/collector/src/config.ts';
import { createServer, listen } from '../../../packages/collector/src/server.ts';
import { type Scope, scopes } from '../../../packages/collector/src/store/site.ts';
import { refusalStatus } from '../../../packages/contract/src/refusal.ts';
import { defaultSettings } from '../../../packages/contract/src/touchpoint.ts';
import { Conformance, type Exchange } from '../../support/conformance.ts';
import { delivery, noon } from '../../support/delivery.ts';
import type { OpenApiDocument, Operation, Schema } from '../../support/openApiDocument.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';
import { routesOf } from '../../trust/routesOf.ts';

let tested: TestApp;
let document: OpenApiDocument;
beforeAll(async () => {
  tested = await testApp();
  document = await (await tested.app.request('/openapi.json')).json();
  // What the examples name.
  const id = '0190a000-0000-7000-8000-000000000001';
  const { store, site } = tested;
  await store.recordStates([delivery(site.id, { id, touchpoint: 'checkout' })]);
  await store.putTouchpoint(site.id, 'reception', defaultSettings('reception'));
  const person = { interaction: null, respondent: null, endedAt: null, locale: null };
  const until = { createdAt: noon, expiresAt: noon + 86_400_000 };
  await store.addInvitation({
    ...{ id, site: site.id, touchpoint: 'checkout', channel: 'email', segment: [], unexpected: false },
    ...person,
    ...until,
  });
});
afterAll(() => tested.remove());

interface Call {
  name: string;
  method: string;
  path: string;
  operation: Operation;
}

const calls = (): Call[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, method, path, operation })),
  );

const wantsKey = ({ operation }: Call) => operation.security?.length === 1;

/** A file of the widget, as it is called today. */
const file = [...readBuiltWidget().files.keys()][0] as string;

/** The address of a call, with the examples of its parameters. */
function addressOf({ path, operation }: Call): string {
  const named = (place: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === place);
  const known: Record<string, unknown> = { siteKey: tested.site.publicKey, file };
  const filled = named('path').reduce(
    (address, { name, schema }) =>
      address.replace(
        `{${name}}`,
        encodeURIComponent(String(known[name] ?? schema.example ?? `no-example-of-${name}`)),
      ),
    path,
  );
  const query = named('query').filter(({ required }) => required);
  const pairs = query.map(({ name, schema }) => [name, String(schema.example)]);
  return pairs.length > 0 ? `${filled}?${new URLSearchParams(pairs)}` : filled;
}

/** The bodies that the document shows of a call; one `undefined` where it has none. */
function bodiesOf({ operation }: Call): unknown[] {
  const media = Object.values(operation.requestBody?.content ?? {})[0];
  if (!media) return [undefined];
  const shown = Object.values(media.examples ?? {}).map(({ value }) => value);
  return shown.length > 0 ? shown : [exampleOf(media.schema)];
}

function exampleOf(schema: Schema): unknown {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  const { example } = name === undefined ? schema : (document.components.schemas[name] ?? {});
  return example;
}

function send(app: TestApp['app'], call: Call, authorization: string | null, body: unknown) {
  const headers: Record<string, string> = authorization === null ? {} : { authorization };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const given = JSON.stringify(body)?.replace(/"site":"pk_\w+"/, `"site":"${tested.site.publicKey}"`) ?? null;
  return app.request(addressOf(call), { method: call.method.toUpperCase(), headers, body: given });
}

const sendAs = (key: string, call: Call, app = tested.app) => send(app, call, `Bearer ${key}`, bodiesOf(call)[0]);

const refusalOf = async (response: Response) => [response.status, (await response.json()).code];

/** The same app under other settings; `request` is held against the document as well. */
const appWith = (settings: Parameters<typeof testApp>[1]) => testApp({}, settings);

describe('the description of the routes', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document) as never)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('has every route but the pages, and no other', () => {
    const isOfApi = (path: string) => /^\/(v1|s|assets|healthz|readyz|metrics)(\/|$)/.test(path);
    const form = (method: string, path: string) =>
      `${method.toLowerCase()} ${path.replace(/:\w+(\{.*?\}(?=\/|$))?/g, '{}').replace(/\{\w+\}/g, '{}')}`;
    const routes = routesOf(tested.app)
      .filter(({ method, path }) => isOfApi(path) && method !== 'OPTIONS')
      .map(({ method, path }) => form(method, path));
    // Hono has one route for both kinds of a site's file, and parts of names are no parameters there.
    const documented = calls().map(({ method, path }) =>
      form(method, path.replace(/^\/s\/\{siteKey\}\.js(on)?$/, '/s/{file}').replace('{touchpoint}.json', '{file}')),
    );
    expect(new Set(documented)).toEqual(new Set(routes));
  });

  test('has every code of a refusal, with an example', () => {
    const text = JSON.stringify(document.paths);
    const missing = Object.keys(refusalStatus).filter((code) => !text.includes(`"urn:vivencia:problem:${code}"`));
    // Of the hosted pages, which answer in words, and of what a kiosk's own page sends.
    expect(missing.filter((code) => !/^(invitation_(used|expired)|kiosk_revoked)$/.test(code))).toEqual([]);
  });

  test('calls each operation by one name', () => {
    const names = calls().map(({ operation }) => (operation as { operationId?: string }).operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what the description shows', () => {
  test('is answered as it says', async () => {
    for (const call of calls()) {
      for (const body of bodiesOf(call)) {
        if (call.operation.requestBody) expect(body, `${call.name} has an example`).toBeDefined();
        const isOfPage = JSON.stringify(body)?.includes('"site":') ?? false;
        const needsKey = call.operation.security !== undefined && !isOfPage;
        const response = await send(tested.app, call, needsKey ? `Bearer ${tested.secretKey}` : null, body);
        // What was deleted by one is not found by the next.
        expect([200, 201, 204, 404], `${call.name} ${response.status}`).toContain(response.status);
        if (!call.path.includes('{')) expect(response.status, call.name).toBeLessThan(300);
      }
    }
  });

  test('is refused to who has no key, or one of nobody', async () => {
    for (const call of calls().filter(wantsKey)) {
      for (const authorization of [null, 'Bearer sk_no', 'Basic x', `Bearer sk_${'A'.repeat(43)}`]) {
        const response = await send(tested.app, call, authorization, bodiesOf(call)[0]);
        expect([call.name, ...(await refusalOf(response))]).toEqual([call.name, 401, 'unauthorized']);
      }
    }
  });

  test('wants the scope that it names, and no other', async () => {
    const keys = new Map<Scope, string>();
    for (const scope of scopes) keys.set(scope, (await tested.store.addKey(tested.site.id, scope, [scope])).secretKey);
    for (const call of calls().filter(wantsKey)) {
      const wanted = call.operation.security?.[0]?.Bearer?.[0];
      for (const [scope, key] of keys) {
        const response = await sendAs(key, call);
        if (scope === wanted) expect([call.name, response.status]).not.toEqual([call.name, 403]);
        else {
          const { code, detail } = await response.json();
          expect([call.name, response.status, code, detail]).toEqual([
            call.name,
            403,
            'insufficient_scope',
            expect.stringContaining(`${wanted}.`),
          ]);
        }
      }
    }
  });

  test('waits while too much comes', async () => {
    const late = await appWith({ isOverloaded: () => true });
    for (const call of calls().filter(wantsKey)) {
      const response = await sendAs(late.secretKey, call, late.app);
      expect([call.name, ...(await refusalOf(response))]).toEqual([call.name, 503, 'store_unavailable']);
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    await late.remove();
  });

  test('waits for whoever has asked too much', async () => {
    const busy = await appWith({ rateKey: 1, rateSite: 1 });
    const first = await busy.get('/v1/site');
    expect([first.status, first.headers.get('ratelimit')]).toEqual([200, '"key";r=0;t=60']);
    for (const call of calls().filter(wantsKey)) {
      // What is delivered takes from the site's limit, which is whole until then.
      await sendAs(busy.secretKey, call, busy.app);
      const response = await sendAs(busy.secretKey, call, busy.app);
      expect([call.name, ...(await refusalOf(response))]).toEqual([call.name, 429, 'too_many_requests']);
    }
    await busy.remove();
  });

  test('refuses a query that it does not know', async () => {
    const reads = calls().filter(
      (call) => call.method === 'get' && call.operation.parameters?.some((parameter) => parameter.in === 'query'),
    );
    for (const call of reads.filter(wantsKey)) {
      const headers = { authorization: `Bearer ${tested.secretKey}` };
      const response = await tested.app.request(`${addressOf(call)}?colour=red`, { headers });
      const { code, errors } = await response.json();
      expect([call.name, code, errors]).toEqual([
        call.name,
        'invalid_query',
        [{ path: 'colour', reason: 'unknown field' }],
      ]);
    }
  });

  test('refuses a body that is none', async () => {
    for (const call of calls().filter(({ operation }) => operation.requestBody)) {
      const sent = async (type: string, body: string) => {
        const headers = { authorization: `Bearer ${tested.secretKey}`, 'content-type': type };
        const response = await tested.app.request(addressOf(call), {
          method: call.method.toUpperCase(),
          headers,
          body,
        });
        return [call.name, ...(await refusalOf(response))];
      };
      expect(await sent('application/json', '{')).toEqual([call.name, 400, 'invalid_json']);
      expect(await sent('image/png', '{}')).toEqual([call.name, 415, 'unsupported_media_type']);
      expect(await sent('application/json', `"${'x'.repeat(70_000)}"`)).toEqual([call.name, 413, 'body_too_large']);
      const [name, status] = await sent('application/json', '{"colour":"red"}');
      expect([name, status]).toEqual([call.name, 422]);
    }
  });

  test('was all seen in this file, but for what no route says by itself', async () => {
    const { seen } = await tested.conformance();
    const unseen = calls().flatMap(({ name, operation }) =>
      Object.keys(operation.responses).filter((status) => !seen.has(`${name} ${status}`)),
    );
    // The server's own (400, 408, 431), mistakes (500), and what tests of its own bring about.
    const elsewhere = ['304', '400', '401', '403', '404', '408', '409', '410', '422', '429', '431', '500', '503'];
    expect(unseen.filter((status) => !elsewhere.includes(status))).toEqual([]);
  });
});

test('what the server refuses by itself is as the description says of every route', async () => {
  const config = readConfig({ VIVENCIA_HOST: '127.0.0.1', VIVENCIA_PORT: '0' });
  const server = createServer(tested.app.fetch as never, config);
  const url = `http://127.0.0.1:${await listen(server, config)}`;
  const conformance = await tested.conformance();
  const answers = [
    await fetch(`${url}/v1/site`, { headers: { 'x-long': 'x'.repeat(20_000) } }),
    await fetch(`${url}/v1/site`, { headers: { expect: '100-nothing' } }).catch(() => null),
  ];
  for (const response of answers) {
    if (!response) continue;
    const exchange: Exchange = {
      method: 'GET',
      target: '/v1/site',
      requestType: null,
      requestBody: null,
      status: response.status,
      responseType: response.headers.get('content-type'),
      responseBody: await response.text(),
    };
    expect([response.status, conformance.check(exchange)]).toEqual([expect.any(Number), []]);
  }
  expect(answers[0]?.status).toBe(431);
  server.closeAllConnections();
  server.close();
});

describe('what is not as the description says is found', () => {
  const site = { name: 'Shop', origins: [], timeZone: 'UTC', gapMinutes: 60, dailyCap: 3 };
  const whole = { ...site, retentionDays: { shown: 0, comments: 0, respondents: 0 } };
  const read = { method: 'GET', target: '/v1/site', requestType: null, requestBody: null, status: 200 };
  const answered = (value: unknown, more: Partial<Exchange> = {}): Exchange => ({
    ...read,
    responseType: 'application/json',
    responseBody: JSON.stringify(value),
    ...more,
  });
  const problem = { type: 'urn:x', title: 'No', status: 401, code: 'unauthorized', detail: 'No.' };
  const asProblem = { responseType: 'application/problem+json', status: 401 };

  test.each<[string, Exchange, RegExp | null]>([
    ['as it says', answered(whole), null],
    ['another status', answered(whole, { status: 201 }), /no such status/],
    ['another field', answered({ ...whole, colour: 'red' }), /additional/],
    ['another field further in', answered({ ...whole, retentionDays: { ...whole.retentionDays, x: 1 } }), /additional/],
    ['another type', answered({ ...whole, dailyCap: '3' }), /dailyCap must be integer/],
    ['a missing field', answered({ ...whole, name: undefined }), /required property 'name'/],
    ['another media type', answered(whole, { responseType: 'text/html' }), /no text\/html/],
    ['a problem', answered(problem, asProblem), null],
    ['another code', answered({ ...problem, code: 'not_found' }, asProblem), /code must be equal to one of/],
    ['a problem that says more', answered({ ...problem, stack: 'x' }, asProblem), /unevaluated/],
    ['a query where there is none', answered(whole, { target: '/v1/site?colour=red' }), null],
    ['a query that is taken', answered(whole, { target: '/v1/scores?colour=red' }), /takes colour in its query/],
    ['a query that is not valid', answered(whole, { target: '/v1/responses?limit=5&format=xml' }), /allowed values/],
    ['another route', answered(whole, { target: '/v1/nowhere' }), /no such route/],
    ['another method', answered(whole, { method: 'PATCH' }), /no such route/],
    [
      'a body that is taken',
      answered(whole, {
        method: 'PUT',
        requestType: 'application/json',
        requestBody: '{"name":"Shop","colour":"red"}',
      }),
      /takes a body that .*colour/,
    ],
    ['no body', answered(whole, { method: 'PUT' }), /without a body/],
  ])('%s', (_, exchange, says) => {
    const wrong = new Conformance(document).check(exchange).join('; ');
    if (says) expect(wrong).toMatch(says);
    else expect(wrong).toBe('');
  });
});
