import { emotions } from '@vivencia/contract/emotion';
import { channels, statuses } from '@vivencia/contract/response';
import fc from 'fast-check';
import { naughtyStrings } from './naughtyStrings.ts';

export interface HostileRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

export interface Route {
  method: string;
  /** A pattern, as Hono has it. */
  path: string;
}

/** Words of ours, so that what is hostile comes behind the first checks too. */
export interface Known {
  publicKey: string;
  secretKey: string;
}

const word = fc.oneof(fc.constantFrom(...naughtyStrings), fc.string({ unit: 'binary', maxLength: 40 }));
const anyJson = fc.oneof(word, fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(1e308, -1, 0.5, 2 ** 53, -0, [[]], {}));
const encoded = word.map((text) => encodeURIComponent(Buffer.from(text).toString()));

/** Header values cannot have controls; nothing that does would leave a client. */
const headerValue = word.map((text) =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .trim(),
);

/** Of ours most of the time, else anybody's. */
const mostly = <T>(ours: fc.Arbitrary<T>, theirs: fc.Arbitrary<unknown> = anyJson) =>
  fc.oneof({ weight: 30, arbitrary: ours as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: theirs });

/** A response, or a pass, of which something may be wrong. */
const nearlyRight = ({ publicKey }: Known) =>
  fc.record(
    {
      site: mostly(fc.constant(publicKey)),
      id: mostly(fc.uuid()),
      revision: mostly(fc.nat(5)),
      touchpoint: mostly(fc.constantFrom('checkout', 'returns', 'other', 'a'.repeat(64))),
      status: mostly(fc.constantFrom(...statuses)),
      emotion: mostly(fc.option(fc.constantFrom(...emotions))),
      strength: mostly(fc.option(fc.integer({ min: 1, max: 5 }))),
      reasons: mostly(fc.array(word, { maxLength: 4 })),
      evaluation: mostly(fc.option(fc.record({ scale: fc.constantFrom('csat', 'ces', 'nps'), value: fc.nat(11) }))),
      comment: mostly(word),
      latencyMs: mostly(fc.option(fc.double())),
      ageMs: mostly(fc.double()),
      interaction: mostly(fc.string()),
      respondent: mostly(fc.string()),
      segment: mostly(fc.dictionary(fc.string(), fc.string(), { maxKeys: 9 })),
      locale: mostly(fc.constantFrom('en', 'es-419', 'zh-Hant-TW')),
      channel: mostly(fc.constantFrom(...channels)),
      version: mostly(fc.nat(3)),
      test: mostly(fc.boolean()),
      outcome: fc.constantFrom('asked', 'suppressed'),
      reason: mostly(fc.constantFrom('cooldown', 'gap', null)),
      at: mostly(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
      more: anyJson,
    },
    { requiredKeys: ['site', 'id', 'revision', 'touchpoint', 'status'] },
  );

/** The fields that only one of the routes has make the others refuse: they are left out now and then. */
const fitting = (known: Known) =>
  fc.tuple(nearlyRight(known), fc.constantFrom('response', 'backend', 'pass', 'any')).map(([state, kind]) => {
    const { outcome, reason, at, more, site, ...response } = state;
    if (kind === 'response') return { site, ...response };
    if (kind === 'backend') return { ...response, at };
    return kind === 'pass' ? { site, touchpoint: state.touchpoint, outcome, reason } : state;
  });

function bodyOf(known: Known): fc.Arbitrary<string | Uint8Array> {
  const asJson = fc.oneof(fitting(known), fc.array(fitting(known), { maxLength: 4 }), anyJson);
  const text = asJson.map((value) => JSON.stringify(value) ?? '');
  const cut = fc.tuple(text, fc.nat(300)).map(([whole, at]) => whole.slice(0, at));
  return fc.oneof(
    { weight: 8, arbitrary: text },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: word },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
}

const headersOf = ({ secretKey }: Known): fc.Arbitrary<Record<string, string>> => {
  const hostile = (...ours: string[]) => mostly(fc.constantFrom(...ours), headerValue) as fc.Arbitrary<string>;
  const always = { 'content-type': hostile('text/plain;charset=UTF-8', 'application/json', 'application/json') };
  const now = {
    origin: hostile('https://shop.example', 'null'),
    cookie: hostile('__Host-vivencia=se_1', 'a=b'),
    'x-forwarded-for': hostile('203.0.113.7', '::1'),
    'accept-language': hostile('es', 'en;q=0.5'),
    'if-none-match': hostile('"1"', '*'),
    'content-encoding': headerValue,
    'sec-fetch-site': hostile('same-origin', 'cross-site'),
  };
  const authorization = hostile(`Bearer ${secretKey}`);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record(always) },
    { weight: 4, arbitrary: fc.record({ ...always, authorization }) },
    { weight: 2, arbitrary: fc.record({ ...always, authorization, ...now }, { requiredKeys: [] }) },
  );
};

/** A path of a pattern, with anybody's words where it has parameters. */
function pathOf({ path }: Route, { publicKey }: Known): fc.Arbitrary<string> {
  const parts = path.split(/(:\w+(?:\{(?:[^{}]|\{[^{}]*\})*\})?|\*)/).filter(Boolean);
  const ours = fc.constantFrom('checkout', `${publicKey}.js`, `${publicKey}.json`, publicKey, 'a.json');
  const filled = parts.map((part) => (/^[:*]/.test(part) ? fc.oneof(ours, encoded) : fc.constant(part)));
  return fc.tuple(...filled).map((all) => all.join(''));
}

const names = ['from', 'to', 'segment', 'stratum', 'version', 'test', 'bucket', 'v', 'lang', 'token', 'x'];
const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...names), encoded), encoded), { maxLength: 3 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

/** Requests to routes, about as hostile as can be and still reach them. */
export function hostileRequest(routes: readonly Route[], known: Known): fc.Arbitrary<HostileRequest> {
  const toRoute = (route: Route) =>
    fc.record({
      method: fc.constant(route.method),
      path: fc.tuple(pathOf(route, known), query).map(([path, said]) => (said ? `${path}?${said}` : path)),
      headers: headersOf(known),
      body: /^(GET|HEAD)$/.test(route.method) ? fc.constant(null) : bodyOf(known),
    });
  // What everybody may post is looked at by far more code than what is asked for.
  const weightOf = ({ method, path }: Route) =>
    method === 'POST' && path.startsWith('/v1/') ? 30 : method === 'PUT' ? 5 : 2;
  return fc.oneof(...routes.map((route) => ({ weight: weightOf(route), arbitrary: toRoute(route) })));
}
