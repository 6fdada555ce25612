import { armedPath, interactionsPath, passesPath, responsesPath } from '@vivencia/contract/endpoint';
import type { RefusalCode } from '@vivencia/contract/refusal';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { AnswerPasses } from './access/answerPass.ts';
import { Identity } from './access/identity.ts';
import { InvitationTokens } from './access/invitationToken.ts';
import type { OwnSecret } from './access/ownSecret.ts';
import { SiteLookup } from './access/siteLookup.ts';

import { guard } from './api/guard.ts';
import { ingestGuard } from './api/ingestGuard.ts';
import { inTurn } from './api/inTurn.ts';
import { interactionRoutes } from './api/interactionRoutes.ts';
import { kioskRoutes } from './api/kioskRoutes.ts';
import { limitKey } from './api/limitKey.ts';
import { describedApp, describedRoutes, description } from './api/openApi.ts';
import { respondentRoutes } from './api/respondentRoutes.ts';
import { responseRoutes } from './api/responseRoutes.ts';
import { scoreRoutes } from './api/scoreRoutes.ts';
import { shedWhenLate } from './api/shedWhenLate.ts';
import { siteRoutes } from './api/siteRoutes.ts';
import { touchpointRoutes } from './api/touchpointRoutes.ts';
import { trendRoutes } from './api/trendRoutes.ts';
import { assetRoutes } from './asset/assetRoutes.ts';
import type { BuiltWidget } from './asset/builtWidget.ts';
import { describeAssets } from './asset/describeAssets.ts';
import { answerError, answerNotFound } from './http/answerError.ts';
import type { TrustedProxies } from './http/clientAddress.ts';
import { ClientPrefix } from './http/clientPrefix.ts';
import { forAnyPage, lockedByDefault } from './http/lockedByDefault.ts';
import { pathBelow } from './http/pathBelow.ts';
import { RateLimit } from './http/rateLimit.ts';
import { tagged, taggedForAnybody } from './http/tagged.ts';
import { Admission, type Admit } from './ingest/admission.ts';
import { armedRoute } from './ingest/armedRoute.ts';
import { describeIngest } from './ingest/describeRoutes.ts';
import { Intake } from './ingest/intake.ts';
import { passesRoute } from './ingest/passesRoute.ts';
import { publicRoute } from './ingest/publicRoute.ts';
import { responsesRoute } from './ingest/responsesRoute.ts';
import { TouchpointBuckets } from './ingest/touchpointBuckets.ts';
import { faceRoutes } from './invitation/faceRoutes.ts';
import { hostedRoutes } from './invitation/hostedRoutes.tsx';
import { invitationRoutes } from './invitation/invitationRoutes.ts';
import { kioskPages } from './kiosk/kioskPages.tsx';
import { describeHealth } from './observe/describeHealth.ts';
import { healthRoutes } from './observe/healthRoutes.ts';
import type { Metrics } from './observe/metrics.ts';
import { observeRequests, requestNotes } from './observe/observeRequests.ts';
import type { SiteWatch } from './observe/siteWatch.ts';
import { pages } from './page/pages.tsx';
import { referenceRoutes } from './reference/referenceRoutes.tsx';
import type { Store } from './store/store.ts';

export interface AppSettings {
  store: Store;
  now: () => number;
  widget: BuiltWidget;
  /** Base address, without a slash at its end; may have a path. */
  publicUrl: () => string;
  /** Path of the public address: requests come with it or, where who hands them on has cut it off, without. */
  basePath?: string;
  proxies: TrustedProxies;
  ratePrefix: number;
  rateSite: number;
  /** Deliveries a minute for one touchpoint of a site; 0 = no limit. */
  rateTouchpoint: number;
  /** Requests a minute of one secret key; 0 = no limit. */
  rateKey: number;
  /** Whether the collector is too late to take more. */
  isOverloaded: () => boolean;
  log: Logger;
  metrics: Metrics;
  watch: SiteWatch;
  /** What /metrics wants as a bearer token; `null`: nothing. */
  metricsToken: string | null;
  ownSecret: OwnSecret;
}

/** The collector over HTTP: a table of its routes. */
export function createApp(settings: AppSettings) {
  const { store, now, widget, publicUrl, proxies, log, metrics, metricsToken, watch } = settings;
  const lookup = new SiteLookup(store, now);
  const limits = {
    prefixLimit: new RateLimit(settings.ratePrefix),
    siteLimit: new RateLimit(settings.rateSite),
    touchpointLimit: new RateLimit(settings.rateTouchpoint),
  };
  const keyLimit = new RateLimit(settings.rateKey);
  const prefixes = new ClientPrefix(proxies);
  const admission = new Admission({
    lookup,
    prefixes,
    ...limits,
    touchpointBuckets: new TouchpointBuckets(store),
    metrics,
    watch,
  });
  metrics.watchParts('rate_buckets', 'Token buckets that are remembered.', 'limit', {
    prefix: () => limits.prefixLimit.size,
    site: () => limits.siteLimit.size,
    touchpoint: () => limits.touchpointLimit.size,
    key: () => keyLimit.size,
  });
  const api = { store, lookup, now };
  const tokens = new InvitationTokens(settings.ownSecret);
  const invitations = {
    ...api,
    widget,
    publicUrl,
    metrics,
    tokens,
    passes: new AnswerPasses(settings.ownSecret),
  };
  const refused = (code: RefusalCode) => metrics.refused(code);
  const getPath = pathBelow(settings.basePath ?? '');
  const app = describedApp({ getPath });

  const noteRequest = requestNotes(metrics, log);
  const onError = answerError(log, refused);
  app.use(observeRequests(noteRequest), lockedByDefault);

  // Only what pages send: a backend's other methods on these paths are no page's business.
  const preflight = cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: 86_400 });
  app.on('OPTIONS', [responsesPath, passesPath, armedPath], forAnyPage, preflight);
  describeIngest(app);
  describeAssets(app);
  describeHealth(app);

  const keysOnly = [shedWhenLate(settings.isOverloaded), guard(lookup), limitKey(keyLimit, now)] as const;
  // Each with all that is below it.
  for (const path of ['/v1/scores', '/v1/touchpoints', '/v1/site', '/v1/respondents', '/v1/responses', '/v1/kiosks']) {
    app.use(`${path}/*`, ...keysOnly);
  }
  for (const path of ['/v1/scores', '/v1/touchpoints', '/v1/site']) app.get(`${path}/*`, tagged);
  const tellers = [shedWhenLate(settings.isOverloaded), ingestGuard(lookup, limits.siteLimit, now)] as const;
  for (const path of [interactionsPath, '/v1/invitations']) app.use(`${path}/*`, ...tellers);
  const turn = inTurn();
  for (const sum of ['score', 'trend', 'histogram']) app.use(`/v1/touchpoints/:key/${sum}`, turn);
  app.use('/v1/scores', turn);
  app.route('/', scoreRoutes(api));
  app.route('/', trendRoutes(api));
  app.route('/', touchpointRoutes(api));
  app.route('/', siteRoutes(api));
  app.route('/', respondentRoutes({ ...api, log }));
  app.route('/', interactionRoutes(api));
  app.route('/', invitationRoutes(invitations));
  app.route('/', responseRoutes(api));
  app.route('/', kioskRoutes(api, publicUrl));
  const document = describedRoutes(app);
  app.get('/openapi.json', taggedForAnybody, description(document));
  app.route('/', referenceRoutes(document, publicUrl));

  app.route('/', assetRoutes({ store, lookup, widget, publicUrl, watch }));
  app.route('/', healthRoutes({ store, metrics, metricsToken }));
  app.route(
    '/',
    hostedRoutes({ ...invitations, prefixes, prefixLimit: limits.prefixLimit, isOverloaded: settings.isOverloaded }),
  );
  app.route('/', faceRoutes());
  app.route('/', kioskPages({ store, lookup, widget, publicUrl }));
  app.route('/', pages({ store, now, publicUrl, prefixes, widget, refused }));

  app.notFound(answerNotFound(refused));
  app.onError(onError);

  const intake = new Intake(metrics);
  const identity = new Identity(settings.ownSecret);
  const open = { isOverloaded: settings.isOverloaded, intake, answerError: onError, noteRequest, metrics };
  const deliveries = new Hono({ getPath });
  const responses = responsesRoute({ store, now, metrics, watch, identity, tokens });
  const passes = passesRoute(store, now, metrics, watch);
  const ofAnyone: Admit = (c, items, received) => admission.admit(c, items, received);
  const ofKiosk: Admit = (c, items, received) => admission.admitKiosk(c, items, received);
  for (const [path, route] of [
    [responsesPath, responses(ofAnyone)],
    [passesPath, passes(ofAnyone)],
    ['/k/:token/responses', responses(ofKiosk)],
    ['/k/:token/passes', passes(ofKiosk)],
  ] as const) {
    deliveries.post(path, publicRoute(path, route, open));
  }
  deliveries.post(armedPath, publicRoute(armedPath, armedRoute(store, admission, identity, now), open));
  return before(deliveries, app);
}

/** These routes are found at once where nothing else is looked through for them: middleware would be found with them. */
function before(first: Hono, rest: Pick<ReturnType<typeof describedApp>, 'fetch' | 'routes'>): Hono {
  first.notFound((c) => rest.fetch(c.req.raw, c.env));
  first.routes.push(...rest.routes);
  return first;
}
