import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { readBuiltWidget } from './asset/builtWidget.ts';
import type { Config } from './config.ts';
import { startSchedule } from './schedule.ts';
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts';
import type { Store } from './store/store.ts';

/** A slow client holds its connection no longer than this, in milliseconds. */
const headersTimeout = 10_000;
const requestTimeout = 15_000;

/** What still runs this long after the stop began is cut, in milliseconds. */
const hangingMs = 3_000;

export interface RunningCollector {
  store: Store;
  /** Base address that people and pages use, without a slash at its end. */
  url: string;
  port: number;
  /** Stops accepting, lets what runs finish, commits and closes. */
  close(): Promise<void>;
}

/** The store that a configuration names. */
export const openStore = (config: Config, options?: { check: boolean }): Promise<Store> =>
  openSqliteStore(config.database, options);

/**
 * Composes and starts a collector; the only place that names a concrete store.
 *
 * @throws Error where the file or the port cannot be used
 */
export async function startCollector(config: Config): Promise<RunningCollector> {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }));
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
    log,
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout, requestTimeout },
  }) as Server;
  try {
    await listen(server, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  url ||= `http://${hostInUrl(config.host)}:${port}`;
  const stopSchedule = startSchedule(store, log);
  return {
    store,
    url,
    port,
    close: async () => {
      stopSchedule();
      await stopServing(server);
      await store.close();
    },
  };
}

/** Lets what runs finish; a connection that is kept alive ends with its next answer, one that hangs is cut. */
async function stopServing(server: Server): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false;
  });
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), hangingMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(cut);
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Where everything is listened to, people still need an address to open. */
const hostInUrl = (host: string) =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
