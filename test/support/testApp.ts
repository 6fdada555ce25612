import { pino } from 'pino';
import { OwnSecret } from '../../packages/collector/src/access/ownSecret.ts';
import { defaultSite } from '../../packages/collector/src/api/siteSchema.ts';
import { type AppSettings, createApp } from '../../packages/collector/src/app.ts';
import { readBuiltWidget } from '../../packages/collector/src/asset/builtWidget.ts';
import { TrustedProxies } from '../../packages/collector/src/http/clientAddress.ts';
import { Metrics } from '../../packages/collector/src/observe/metrics.ts';
import { SiteWatch } from '../../packages/collector/src/observe/siteWatch.ts';
import type { Site, SiteSettings } from '../../packages/collector/src/store/site.ts';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../packages/collector/src/store/store.ts';
import type { Conformance } from './conformance.ts';
import { noon } from './delivery.ts';
import { recordedRun } from './recordedRun.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export interface TestApp {
  app: ReturnType<typeof createApp>;
  /** What the app was made of; another one may be made of it. */
  settings: AppSettings;
  /** The SQLite file. */
  file: string;
  store: Store;
  site: Site;
  secretKey: string;
  /** What the app takes for now; set it to let time pass. */
  clock: { now: number };
  /** POSTs a JSON value, by default as the widget does. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** GETs with the site's secret key. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** What every exchange of this app is held against. */
  conformance(): Promise<Conformance>;
  remove(): Promise<void>;
}

/**
 * The whole app over a real SQLite file, without a port; what it is asked and answers must be as it describes itself. Its clock stands at noon of 2026-11-22 UTC.
 */
export async function testApp(site: Partial<SiteSettings> = {}, settings: Partial<AppSettings> = {}): Promise<TestApp> {
  const { folder, remove } = temporaryFolder();
  const file = `${folder}/vivencia.db`;
  const store = await openSqliteStore(file);
  const added = await store.addSite({ ...defaultSite('Shop'), origins: ['https://shop.example'], ...site });
  const clock = { now: noon };
  const all: AppSettings = {
    store,
    now: () => clock.now,
    widget: readBuiltWidget(),
    publicUrl: () => 'https://collector.example',
    proxies: new TrustedProxies([]),
    ratePrefix: 0,
    rateSite: 0,
    rateTouchpoint: 0,
    rateKey: 0,
    isOverloaded: () => false,
    log: pino({ level: 'silent' }),
    metrics: new Metrics(),
    watch: new SiteWatch(store, () => clock.now),
    metricsToken: null,
    ownSecret: new OwnSecret({ secret: null, database: file }),
    ...settings,
  };
  const app = createApp(all);
  const run = recordedRun(app.request as never);
  app.request = run.request as never;
  return {
    app,
    settings: all,
    file,
    store,
    site: added.site,
    secretKey: added.secretKey,
    clock,
    post: async (path, body, headers = {}) =>
      app.request(path, {
        method: 'POST',
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
        headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
      }),
    get: async (path, headers = {}) =>
      app.request(path, { headers: { authorization: `Bearer ${added.secretKey}`, ...headers } }),
    conformance: run.conformance,
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
