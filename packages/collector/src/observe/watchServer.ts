import type { Server } from 'node:http';
import type { RefusalCode } from '@vivencia/contract/refusal';
import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** Refusals of what never became a request, and why its connection was ended. */
const cuts: Partial<Record<RefusalCode, string>> = {
  request_timeout: 'timeout',
  headers_too_large: 'headers_too_large',
  malformed_request: 'malformed',
};

/** Counts a server's connections. */
export function watchServer(metrics: Metrics, server: Server): void {
  const dropped = metrics.counter('connections_dropped_total', 'Connections beyond the cap.', 'reason', ['cap']);
  const countOpen = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count ?? 0)));
  metrics.watch('connections', 'Connections that are open.', countOpen);
  server.on('drop', () => dropped('cap'));
}

/** Counts what never became a request. */
export function countServerRefusals(metrics: Metrics): (code: RefusalCode) => void {
  const cut = metrics.counter(
    'connections_cut_total',
    'Connections that were ended before a whole request.',
    'reason',
    Object.values(cuts),
  );
  return (code) => {
    metrics.refused(code);
    if (cuts[code]) cut(cuts[code]);
  };
}

/** Memory, file descriptors, processor time, garbage and the event loop's delay of this process. */
export const watchProcess = ({ registry }: Metrics): void =>
  collectDefaultMetrics({ register: registry, prefix: 'vivencia_' });
