import { randomUUID } from 'node:crypto';
import { addressless } from '../http/clientPrefix.ts';
import { composeCollector } from '../main.ts';
import { type CollectorOptions, configOf } from './collectorOptions.ts';

/** A collector inside another server. */
export interface Collector {
  /**
   * Answers a request to the collector. Its path may begin with that of `publicUrl`, or have lost it where it was
   * mounted. Never rejects by what a request says.
   *
   * @param environment as @hono/node-server hands it over: `incoming`, node's own request, tells the client's address
   */
  fetch(request: Request, environment?: unknown): Promise<Response>;
  /** Whether a delivery would be taken now; otherwise why not, in one sentence. */
  ready(): Promise<{ ready: true } | { ready: false; reason: string }>;
  /** What it counts of itself, as Prometheus reads it. */
  metrics(): Promise<string>;
  /** Commits what waits and closes the file. To be called when the server takes no more requests. */
  close(): Promise<void>;
  /** Resolves, with why, where the store has broken for good: then only a new start of the process helps. */
  readonly broken: Promise<Error>;
}

/**
 * A collector to mount in an existing server, with a schedule, a log and metrics of its own.
 *
 * @throws Misconfigured naming the option that cannot be used
 * @throws Error with one line that begins with `database` where the file cannot be used
 */
export async function createCollector(options: CollectorOptions): Promise<Collector> {
  const config = configOf(options);
  // The whole world reaches what is mounted: nobody knows this token.
  const metricsToken = config.metricsToken ?? randomUUID();
  const { log } = options;
  const publicUrl = () => config.publicUrl ?? '';
  const collector = await composeCollector({ ...config, metricsToken }, { publicUrl, log });
  collector.startSchedule();
  let closed: Promise<void> | null = null;
  return {
    fetch: async (request, environment) => {
      const address = (options.clientAddress ?? connectionAddress)(request, environment);
      return collector.fetch(request, address ? environmentFrom(address) : addressless);
    },
    ready: async () => {
      const reason = await collector.store.readiness();
      return reason === null ? { ready: true } : { ready: false, reason };
    },
    metrics: () => collector.metrics.registry.metrics(),
    close: () => {
      closed ??= collector.close();
      return closed;
    },
    broken: collector.store.broken,
  };
}

interface NodeEnvironment {
  incoming: { socket: { remoteAddress?: string | undefined } };
}

const connectionAddress = (_: Request, environment: unknown) =>
  (environment as Partial<NodeEnvironment> | null | undefined)?.incoming?.socket?.remoteAddress;

/** As @hono/node-server would say it. */
const environmentFrom = (remoteAddress: string): NodeEnvironment => ({ incoming: { socket: { remoteAddress } } });
