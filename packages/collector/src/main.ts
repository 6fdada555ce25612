import { pino } from 'pino';
import { createApp } from './app.ts';
import { readBuiltWidget } from './asset/builtWidget.ts';
import type { Config } from './config.ts';
import { EventLoopLag } from './observe/eventLoopLag.ts';
import { Metrics } from './observe/metrics.ts';
import { watchProcess, watchServer } from './observe/watchServer.ts';
import { startSchedule } from './schedule.ts';
import { createServer, listen, stopServing } from './server.ts';
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts';
import type { Store } from './store/store.ts';

export interface RunningCollector {
  store: Store;
  /** Base address that people and pages use, without a slash at its end. */
  url: string;
  port: number;
  /** Stops accepting, lets what runs finish, commits and closes. */
  close(): Promise<void>;
}

/**
 * The store that a configuration names.
 *
 * @throws Error with one line that names the setting where it cannot be used
 */
export async function openStore({ database }: Config, options?: { check: boolean }): Promise<Store> {
  try {
    return await openSqliteStore(database, options);
  } catch (error) {
    throw new Error(`VIVENCIA_DATABASE: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Composes and starts a collector; the only place that names a concrete store.
 *
 * @throws Error naming the setting where the file, the host or the port cannot be used
 */
export async function startCollector(config: Config): Promise<RunningCollector> {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }));
  const metrics = new Metrics();
  const lag = new EventLoopLag();
  const widget = readBuiltWidget();
  const store = await openStore(config, { check: true });
  let url = config.publicUrl ?? '';
  const app = createApp({
    store,
    now: Date.now,
    widget,
    publicUrl: () => url,
    proxies: config.proxies,
    ratePrefix: config.ratePrefix,
    rateSite: config.rateSite,
    rateTouchpoint: config.rateTouchpoint,
    isOverloaded: lag.isTooLong,
    log,
    metrics,
    metricsToken: config.metricsToken,
  });
  const server = createServer(app.fetch, config);
  watchServer(metrics, server);
  watchProcess(metrics);
  const port = await listen(server, config).catch(async (error) => {
    await store.close();
    throw error;
  });
  url ||= `http://${hostInUrl(config.host)}:${port}`;
  const stopSchedule = startSchedule(store, log);
  return {
    store,
    url,
    port,
    close: async () => {
      stopSchedule();
      lag.stop();
      await stopServing(server);
      await store.close();
    },
  };
}

/** Where everything is listened to, people still need an address to open. */
const hostInUrl = (host: string) =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
