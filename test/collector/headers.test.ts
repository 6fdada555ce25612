import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import type { Handler } from 'hono';
import { findTargetHandler } from 'hono/utils/handler';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../packages/collector/src/app.ts';
import { readBuiltWidget } from '../../packages/collector/src/asset/builtWidget.ts';
import { faceImagePath } from '../../packages/collector/src/invitation/faceImages.ts';
import { Metrics } from '../../packages/collector/src/observe/metrics.ts';
import type { PageSettings } from '../../packages/collector/src/page/pageSettings.ts';
import { pages } from '../../packages/collector/src/page/pages.tsx';
import { scriptPath } from '../../packages/collector/src/page/settings/previewScripts.ts';
import { type TestApp, testApp } from '../support/testApp.ts';

let tested: TestApp;
let kiosk: string;
beforeAll(async () => {
  tested = await testApp();
  await tested.store.putTouchpoint(tested.site.id, 'checkout', defaultSettings('checkout'));
  const opened = { name: 'Door', touchpoint: 'checkout', locale: null };
  kiosk = (await tested.store.addKiosk(tested.site.id, opened))?.token ?? '';
});
afterAll(() => tested.remove());

const year = 'public, max-age=31536000, immutable';
const minute = 'public, max-age=60';
const kept = { 'cache-control': 'private, no-cache', vary: 'Authorization' };

/** What every answer of a kind says; `null`: nothing. */
const profiles = {
  widget: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  delivery: {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  },
  api: {
    'access-control-allow-origin': null,
    'access-control-allow-methods': null,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'strict-transport-security': null,
  },
  page: {
    'access-control-allow-origin': null,
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; .*; frame-ancestors 'none'; .*; require-trusted-types-for 'script'; trusted-types 'none'$/,
    ),
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'x-frame-options': 'DENY',
  },
} as const;

/** Of a kiosk's page, which runs one script, keeps itself on the device and the screen on. */
const kioskPage = {
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'sha256-[^ ]+'; connect-src 'self'; worker-src 'self'; .*; trusted-types vivencia-kiosk$/,
  ),
  'permissions-policy': expect.stringMatching(/camera=\(\).*screen-wake-lock=\(self\)/),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
};

interface Row {
  profile: keyof typeof profiles;
  /** What the app answers to: `GET /s/:file`; none where there is no such route. */
  route: string | null;
  request: string;
  status: number;
  headers?: Record<string, string>;
  body?: () => unknown;
  says?: Record<string, string | null>;
}

const backend = () => ({ authorization: `Bearer ${tested.secretKey}` });
const withKey = 'with the key';
const state = () => ({
  site: tested.site.publicKey,
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
});
const pass = () => ({ site: tested.site.publicKey, touchpoint: 'checkout', outcome: 'asked' });
const person = () => ({ site: tested.site.publicKey, respondent: 'c-77', signature: '' });
const order = () => ({ touchpoint: 'checkout', interaction: 'order-1001', endedAt: '2026-11-22T12:00:00Z' });
const text = { 'content-type': 'text/plain' };
const json = { 'content-type': 'application/json', [withKey]: '' };
const keyed = { [withKey]: '' };
const ask = readBuiltWidget().ask;
const loader = '/s/:file{[^/]*\\.js(on)?}';
const settings = '/s/:site{pk_[0-9a-f]{32}}/:file{.+\\.json}';

const isRoute = ({ method, handler }: { method: string; handler: Handler }) =>
  method !== 'ALL' && findTargetHandler(handler).length < 2;
/** All pages and what their forms are sent to; a new one is here by itself. */
const pageRoutes = pages({ publicUrl: () => 'https://collector.example' } as PageSettings).routes.filter(isRoute);

/** The preview stands in a frame of the settings. */
const framed = {
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; .*; script-src 'self'; .*; frame-ancestors 'self'; .*; trusted-types 'none'$/,
  ),
};

const rows: Row[] = [
  {
    profile: 'widget',
    route: `GET ${loader}`,
    request: 'GET /s/KEY.js',
    status: 200,
    says: { 'cache-control': minute },
  },
  {
    profile: 'widget',
    route: `GET ${loader}`,
    request: 'GET /s/KEY.json',
    status: 200,
    says: { 'cache-control': minute },
  },
  {
    profile: 'widget',
    route: `GET ${loader}`,
    request: 'GET /s/KEY.js',
    headers: { 'if-none-match': '*' },
    status: 304,
    says: { 'cache-control': minute, etag: expect.stringMatching(/^"[\w-]{22}"$/) },
  },
  {
    profile: 'widget',
    route: `GET ${loader}`,
    request: 'HEAD /s/KEY.js',
    status: 200,
    says: { 'cache-control': minute },
  },
  {
    profile: 'widget',
    route: `GET ${loader}`,
    request: 'GET /s/pk_.js',
    status: 401,
    says: { 'cache-control': 'no-store' },
  },
  {
    profile: 'widget',
    route: `GET ${settings}`,
    request: 'GET /s/KEY/checkout.json?v=1',
    status: 200,
    says: { 'cache-control': year },
  },
  {
    profile: 'widget',
    route: `GET ${settings}`,
    request: 'GET /s/KEY/checkout.json?v=9',
    status: 404,
    says: { 'cache-control': 'no-store' },
  },
  {
    profile: 'widget',
    route: 'GET /assets/:file',
    request: `GET /assets/${ask}`,
    status: 200,
    says: { 'cache-control': year, 'content-type': 'text/javascript; charset=utf-8' },
  },
  {
    profile: 'widget',
    route: 'GET /assets/:file',
    request: 'GET /assets/none.js',
    status: 404,
    says: { 'cache-control': 'no-store' },
  },
  { profile: 'widget', route: null, request: 'GET /s/KEY/x/y/z', status: 404 },

  ...Object.entries({ '/v1/responses': state, '/v1/passes': pass, '/v1/armed': person }).flatMap(
    ([path, whole]): Row[] => {
      const route = `POST ${path}`;
      return [
        {
          profile: 'delivery',
          route,
          request: route,
          headers: text,
          body: whole,
          status: path === '/v1/passes' ? 204 : 200,
        },
        { profile: 'delivery', route, request: route, headers: text, body: () => '{', status: 400 },
        {
          profile: 'delivery',
          route,
          request: route,
          headers: text,
          body: () => ({ ...whole(), site: 'x' }),
          status: 401,
        },
        {
          profile: 'delivery',
          route,
          request: route,
          headers: { ...text, origin: 'https://evil.example' },
          body: whole,
          status: 403,
        },
        {
          profile: 'delivery',
          route,
          request: route,
          headers: { 'content-type': 'image/png' },
          body: whole,
          status: 415,
        },
        { profile: 'delivery', route: null, request: `OPTIONS ${path}`, status: 204 },
        // What a backend reads there is no page's business.
        ...(path === '/v1/responses'
          ? [
              { profile: 'api' as const, route: `GET ${path}`, request: `GET ${path}`, status: 401 },
              { profile: 'api' as const, route: `GET ${path}`, request: `GET ${path}`, headers: keyed, status: 200 },
            ]
          : [{ profile: 'api' as const, route: null, request: `GET ${path}`, status: 404 }]),
        { profile: 'api', route: null, request: `DELETE ${path}`, headers: keyed, status: 404 },
      ];
    },
  ),

  { profile: 'api', says: kioskPage, route: 'GET /k/:token', request: 'GET /k/KIOSK', status: 200 },
  { profile: 'api', says: kioskPage, route: 'GET /k/:token', request: 'GET /k/none', status: 404 },
  {
    profile: 'api',
    route: 'GET /k/worker.js',
    request: 'GET /k/worker.js',
    status: 200,
    says: { 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" },
  },
  ...[
    ['responses', () => ({ ...state(), site: undefined }), 200] as const,
    ['passes', () => ({ ...pass(), site: undefined }), 204] as const,
  ].flatMap(([path, whole, status]): Row[] => {
    const route = `POST /k/:token/${path}`;
    return [
      { profile: 'delivery', route, request: `POST /k/KIOSK/${path}`, headers: text, body: whole, status },
      { profile: 'delivery', route, request: `POST /k/none/${path}`, headers: text, body: whole, status: 404 },
      { profile: 'delivery', route, request: `POST /k/KIOSK/${path}`, headers: text, body: () => '{', status: 400 },
    ];
  }),
  { profile: 'api', route: 'GET /v1/kiosks', request: 'GET /v1/kiosks', headers: keyed, status: 200 },
  { profile: 'api', route: 'GET /v1/kiosks', request: 'GET /v1/kiosks', status: 401 },
  {
    profile: 'api',
    route: 'POST /v1/kiosks',
    request: 'POST /v1/kiosks',
    headers: json,
    body: () => ({ touchpoint: 'checkout', name: 'Door' }),
    status: 200,
  },
  {
    profile: 'api',
    route: 'DELETE /v1/kiosks/:id',
    request: 'DELETE /v1/kiosks/99',
    headers: keyed,
    status: 404,
  },
  ...[
    { headers: json, body: order, status: 200 },
    { headers: json, body: () => '{', status: 400 },
    { headers: { 'content-type': 'application/json' }, body: order, status: 401 },
    { headers: json, body: () => ({ ...order(), segment: { plan: 'pro' } }), status: 409 },
    { headers: json, body: () => ({ ...order(), plan: 'pro' }), status: 422 },
  ].map(
    (row): Row => ({
      profile: 'api',
      route: 'POST /v1/interactions',
      request: 'POST /v1/interactions',
      ...row,
    }),
  ),

  { profile: 'api', route: 'GET /v1/responses/:id', request: 'GET /v1/responses/nobody', headers: keyed, status: 404 },
  { profile: 'api', route: 'GET /v1/scores', request: 'GET /v1/scores', headers: keyed, status: 200, says: kept },
  { profile: 'api', route: 'GET /v1/scores', request: 'GET /v1/scores', status: 401 },
  { profile: 'api', route: 'GET /v1/scores', request: 'GET /v1/scores?from=x', headers: keyed, status: 422 },
  { profile: 'api', route: null, request: 'OPTIONS /v1/scores', status: 401 },
  { profile: 'api', route: null, request: 'OPTIONS /v1/scores', headers: keyed, status: 404 },
  {
    profile: 'api',
    route: 'GET /v1/touchpoints',
    request: 'GET /v1/touchpoints',
    headers: keyed,
    status: 200,
    says: kept,
  },
  ...['', '/score', '/trend', '/histogram'].flatMap((part): Row[] => {
    const route = `GET /v1/touchpoints/:key${part}`;
    const query = part === '/trend' ? '?bucket=day' : '';
    return [
      {
        profile: 'api',
        route,
        request: `GET /v1/touchpoints/checkout${part}${query}`,
        headers: keyed,
        status: 200,
        says: kept,
      },
      { profile: 'api', route, request: `GET /v1/touchpoints/none${part}${query}`, headers: keyed, status: 404 },
      { profile: 'api', route, request: `GET /v1/touchpoints/none${part}`, status: 401 },
    ];
  }),
  {
    profile: 'api',
    route: 'PUT /v1/touchpoints/:key',
    request: 'PUT /v1/touchpoints/help',
    headers: json,
    body: () => ({ title: 'Help' }),
    status: 200,
  },
  {
    profile: 'api',
    route: 'PUT /v1/touchpoints/:key',
    request: 'PUT /v1/touchpoints/help',
    headers: json,
    body: () => ({ title: 5 }),
    status: 422,
  },
  {
    profile: 'api',
    route: 'DELETE /v1/touchpoints/:key',
    request: 'DELETE /v1/touchpoints/help',
    headers: keyed,
    status: 204,
  },
  {
    profile: 'api',
    route: 'DELETE /v1/respondents/:id',
    request: 'DELETE /v1/respondents/nobody',
    headers: keyed,
    status: 204,
  },
  { profile: 'api', route: 'GET /v1/site', request: 'GET /v1/site', headers: keyed, status: 200, says: kept },
  { profile: 'api', route: 'PUT /v1/site', request: 'PUT /v1/site', headers: json, body: () => '{', status: 400 },
  {
    profile: 'api',
    route: 'GET /openapi.json',
    request: 'GET /openapi.json',
    status: 200,
    says: { 'cache-control': 'no-cache' },
  },
  {
    profile: 'page',
    route: 'GET /docs',
    request: 'GET /docs',
    status: 200,
    says: { 'cache-control': 'no-cache', etag: expect.stringMatching(/^"/), vary: null },
  },
  {
    profile: 'page',
    route: 'GET /docs',
    request: 'GET /docs',
    headers: { 'if-none-match': '*' },
    status: 304,
    says: { 'cache-control': 'no-cache' },
  },
  {
    profile: 'api',
    route: 'POST /v1/invitations',
    request: 'POST /v1/invitations',
    headers: json,
    body: () => ({ touchpoint: 'checkout', channel: 'qr' }),
    status: 200,
  },
  {
    profile: 'api',
    route: 'DELETE /v1/invitations/:id',
    request: 'DELETE /v1/invitations/none',
    headers: keyed,
    status: 404,
  },
  { profile: 'api', route: 'GET /healthz', request: 'GET /healthz', status: 200 },
  { profile: 'api', route: 'GET /readyz', request: 'GET /readyz', status: 200 },
  { profile: 'api', route: 'GET /metrics', request: 'GET /metrics', status: 200 },
  { profile: 'api', route: null, request: 'GET /nowhere', status: 404 },
  { profile: 'api', route: null, request: 'OPTIONS /nowhere', status: 404 },

  ...['GET', 'POST'].map((method): Row => {
    const route = `${method} /r/:token`;
    const says = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };
    return { profile: 'page', route, request: `${method} /r/none`, status: 404, says };
  }),
  {
    profile: 'widget',
    route: 'GET /faces/:file',
    request: `GET ${faceImagePath('happy')}`,
    status: 200,
    says: { 'cache-control': year, 'content-type': 'image/png' },
  },
  {
    profile: 'widget',
    route: 'GET /faces/:file',
    request: 'GET /faces/none.png',
    status: 404,
    says: { 'cache-control': 'no-store' },
  },
  { profile: 'page', route: 'GET /', request: 'GET /', status: 303 },
  { profile: 'page', route: 'GET /login', request: 'GET /login', status: 200 },
  { profile: 'page', route: 'GET /login', request: 'GET /login?token=x', status: 401 },
  { profile: 'page', route: 'POST /login', request: 'POST /login', status: 403 },
  {
    profile: 'page',
    route: 'POST /login',
    request: 'POST /login',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: () => `token=${'x'.repeat(10_000)}`,
    status: 413,
  },
  {
    profile: 'page',
    route: 'POST /logout',
    request: 'POST /logout',
    headers: { 'sec-fetch-site': 'same-origin' },
    status: 303,
  },
  { profile: 'page', route: null, request: 'GET /logout', status: 404 },
  {
    profile: 'page',
    route: 'GET /share/:token',
    request: 'GET /share/none',
    status: 404,
    says: { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' },
  },
  // Without a session a page asks to sign in, and a form that does not say where it comes from is refused.
  ...pageRoutes
    .filter(({ path }) => !['/', '/login', '/logout', '/share/:token', '/scripts/:file'].includes(path))
    .filter(({ path }) => !path.endsWith('/preview'))
    .map(({ method, path }): Row => {
      const status = method === 'GET' ? 303 : 403;
      return { profile: 'page', route: `${method} ${path}`, request: `${method} ${path.replace(':key', 'x')}`, status };
    }),

  ...(
    [
      ['/declare', 'GET POST'],
      ['/touchpoints/:key/settings', 'GET POST'],
      ['/touchpoints/:key/preview', 'GET POST'],
      ['/touchpoints/:key/merge', 'GET POST'],
      ['/touchpoints/:key/hide', 'GET POST'],
      ['/touchpoints/:key/show', 'POST'],
    ] as const
  ).flatMap(([path, methods]) =>
    methods.split(' ').flatMap((method): Row[] => {
      const route = `${method} ${path}`;
      const request = route.replace(':key', 'checkout');
      const says = path.endsWith('/preview') ? framed : {};
      const form = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
      if (method === 'GET') return [{ profile: 'page', route, request, status: 303, says }];
      return [
        { profile: 'page', route, request, status: 403, says },
        { profile: 'page', route, request, headers: form, body: () => 'title=x', status: 303, says },
        { profile: 'page', route, request, headers: form, body: () => 'x'.repeat(70_000), status: 413, says },
      ];
    }),
  ),
  {
    profile: 'widget',
    route: 'GET /scripts/:file',
    request: `GET ${scriptPath('live')}`,
    status: 200,
    says: { 'cache-control': year, 'content-type': 'text/javascript; charset=utf-8' },
  },
  {
    profile: 'widget',
    route: 'GET /scripts/:file',
    request: 'GET /scripts/none.js',
    status: 404,
    says: { 'cache-control': 'no-store' },
  },
];

async function send({ request, headers = {}, body }: Row, app: TestApp['app'] = tested.app): Promise<Response> {
  const [method = '', path = ''] = request.split(' ');
  const { [withKey]: key, ...given } = headers;
  const sent = body?.();
  return app.request(path.replace('KEY', tested.site.publicKey).replace('KIOSK', kiosk), {
    method,
    headers: { origin: 'https://shop.example', ...given, ...(key === undefined ? {} : backend()) },
    ...(sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
  });
}

const saidOf = (response: Response, names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, response.headers.get(name)]));

test.each(rows)('$profile: $request answers $status', async (row) => {
  const response = await send(row);
  const wanted = { 'x-content-type-options': 'nosniff', ...profiles[row.profile], ...row.says };
  expect([response.status, saidOf(response, wanted)]).toEqual([row.status, wanted]);
});

test('no route is left out', () => {
  const routes = tested.app.routes.filter(isRoute);
  const answered = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  expect(new Set(rows.map(({ route }) => route).filter((route) => route !== null))).toEqual(answered);
});

describe('what fails says no less', () => {
  const failing = () => {
    const fail = () => Promise.reject(new Error('unforeseen'));
    const { store } = tested;
    const broken = { ...store, recordStates: fail, readTallies: fail, openSession: fail, listTouchpoints: fail };
    return createApp({ ...tested.settings, metrics: new Metrics(), store: broken });
  };

  test.each([
    { profile: 'widget', route: null, request: 'GET /s/KEY.js', status: 500, says: { 'cache-control': 'no-store' } },
    { profile: 'delivery', route: null, request: 'POST /v1/responses', headers: text, body: state, status: 500 },
    { profile: 'api', route: null, request: 'GET /v1/scores', headers: keyed, status: 500 },
    { profile: 'page', route: null, request: `GET /login?token=at_${'x'.repeat(43)}`, status: 500 },
  ] as Row[])('$profile: $request', async (row) => {
    const response = await send(row, failing());
    const wanted = { 'x-content-type-options': 'nosniff', ...profiles[row.profile], ...row.says };
    expect([response.status, saidOf(response, wanted)]).toEqual([row.status, wanted]);
  });
});

test('where people come over plain http, nothing tells their browsers to come over https', async () => {
  const app = createApp({ ...tested.settings, metrics: new Metrics(), publicUrl: () => 'http://localhost:8787' });
  expect((await app.request('/login')).headers.get('strict-transport-security')).toBeNull();
});
