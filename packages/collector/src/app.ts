import { passesPath, responsesPath } from '@vivencia/contract/endpoint';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { SiteLookup } from './access/siteLookup.ts';
import { guard } from './api/guard.ts';
import { describedApp } from './api/openApi.ts';
import { scoreRoutes } from './api/scoreRoutes.ts';
import { siteRoutes } from './api/siteRoutes.ts';
import { touchpointRoutes } from './api/touchpointRoutes.ts';
import { trendRoutes } from './api/trendRoutes.ts';
import { assetRoutes } from './asset/assetRoutes.ts';
import type { BuiltWidget } from './asset/builtWidget.ts';
import { answerError, answerNotFound } from './http/answerError.ts';
import { openRoute } from './http/anyOrigin.ts';
import type { TrustedProxies } from './http/clientAddress.ts';
import { Admission } from './ingest/admission.ts';
import { describeIngest } from './ingest/describeRoutes.ts';
import { passesRoute } from './ingest/passesRoute.ts';
import { RateLimit } from './ingest/rateLimit.ts';
import { responsesRoute } from './ingest/responsesRoute.ts';
import { pages } from './page/pages.tsx';
import type { Store } from './store/store.ts';

export interface AppSettings {
  store: Store;
  now: () => number;
  widget: BuiltWidget;
  /** Base address, without a slash at its end; may have a path. */
  publicUrl: () => string;
  proxies: TrustedProxies;
  ratePrefix: number;
  rateSite: number;
  log: Logger;
}

/** The collector over HTTP: a table of its routes. */
export function createApp({ store, now, widget, publicUrl, proxies, ratePrefix, rateSite, log }: AppSettings) {
  const lookup = new SiteLookup(store, now);
  const admission = new Admission({
    lookup,
    proxies,
    prefixLimit: new RateLimit(ratePrefix),
    siteLimit: new RateLimit(rateSite),
  });
  const api = { store, lookup, now };
  const app = describedApp();

  const onError = answerError(log);
  const preflight = cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['content-type'], maxAge: 86_400 });
  app.on('OPTIONS', [responsesPath, passesPath], preflight);
  app.post(responsesPath, openRoute(responsesRoute(store, admission, now), onError));
  app.post(passesPath, openRoute(passesRoute(store, admission, now), onError));
  describeIngest(app);

  for (const path of ['/v1/scores', '/v1/touchpoints', '/v1/touchpoints/*', '/v1/site']) app.use(path, guard(lookup));
  app.route('/', scoreRoutes(api));
  app.route('/', trendRoutes(api));
  app.route('/', touchpointRoutes(api));
  app.route('/', siteRoutes(api));
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Vivencia collector', version: '1' } });

  app.route('/', assetRoutes({ store, lookup, widget, publicUrl }));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.route('/', pages({ store, now, publicUrl }));

  app.notFound(answerNotFound);
  app.onError(onError);
  return app;
}
