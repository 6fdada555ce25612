import { type Logger, pino } from 'pino';
import { OwnSecret } from './access/ownSecret.ts';
import { readBuiltWidget } from './asset/builtWidget.ts';
import { addressOf, type CollectorConfig, type Config } from './config.ts';
import { EventLoopLag } from './observe/eventLoopLag.ts';
import { Metrics } from './observe/metrics.ts';
import { SiteWatch } from './observe/siteWatch.ts';
import { countServerRefusals, watchProcess, watchServer } from './observe/watchServer.ts';
import { startSchedule } from './schedule.ts';
import { createServer, listen, stopServing } from './server.ts';
import { openStore, type startStore } from './store/openStore.ts';
import type { Store } from './store/store.ts';

export interface RunningCollector {
  store: Store;
  /** Base address that people and pages use, without a slash at its end. */
  url: string;
  port: number;
  /** Stops accepting, lets what runs finish, commits and closes. */
  close(): Promise<void>;
}

interface Surroundings {
  publicUrl: () => string;
  /** Where there is none, one of its own on standard error. */
  log?: Logger | undefined;
  /** A store that is being opened already. */
  starting?: ReturnType<typeof startStore> | undefined;
}

/**
 * Puts a collector together, for whoever serves it: what is due now and then is done from `startSchedule` on, and `close`
 * ends that and closes the store.
 *
 * @throws Error naming the setting where the file cannot be used
 */
export async function composeCollector(config: CollectorConfig, { publicUrl, log, starting }: Surroundings) {
  const ownLog = log ?? pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }));
  const metrics = new Metrics();
  const widget = readBuiltWidget();
  const onStray = (reason: string | null) =>
    reason === null ? ownLog.info('the store is found again') : ownLog.error({ reason }, 'the store has gone');
  // The threads of the store start while the rest is still being loaded.
  const [store, { createApp }] = await Promise.all([
    openStore(config, { check: true, onStray, starting }),
    import('./app.ts'),
  ]);
  const watch = new SiteWatch(store, Date.now);
  const lag = new EventLoopLag();
  const app = createApp({
    store,
    now: Date.now,
    widget,
    publicUrl,
    basePath: config.publicUrl === null ? '' : new URL(config.publicUrl).pathname.replace(/\/$/, ''),
    proxies: config.proxies,
    ratePrefix: config.ratePrefix,
    rateSite: config.rateSite,
    rateTouchpoint: config.rateTouchpoint,
    rateKey: config.rateKey,
    isOverloaded: lag.isTooLong,
    log: ownLog,
    metrics,
    watch,
    metricsToken: config.metricsToken,
    ownSecret: new OwnSecret(config),
  });
  let stopSchedule = () => {};
  return {
    fetch: app.fetch,
    store,
    metrics,
    startSchedule: () => {
      stopSchedule = startSchedule(store, ownLog);
    },
    close: async () => {
      stopSchedule();
      lag.stop();
      await watch.flush();
      await store.close();
    },
  };
}

/**
 * Composes and starts a collector that is a server by itself.
 *
 * @throws Error naming the setting where the file, the host or the port cannot be used
 */
export async function startCollector(
  config: Config,
  starting?: ReturnType<typeof startStore>,
): Promise<RunningCollector> {
  let url = config.publicUrl ?? '';
  const collector = await composeCollector(config, { publicUrl: () => url, starting });
  const server = createServer(collector.fetch, config, countServerRefusals(collector.metrics));
  watchServer(collector.metrics, server);
  watchProcess(collector.metrics);
  const port = await listen(server, config).catch(async (error) => {
    await collector.close();
    throw error;
  });
  url = addressOf({ ...config, port });
  collector.startSchedule();
  return {
    store: collector.store,
    url,
    port,
    close: async () => {
      await stopServing(server);
      await collector.close();
    },
  };
}
