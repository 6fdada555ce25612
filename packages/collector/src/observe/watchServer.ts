import type { Server } from 'node:http';
import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** What node refuses by itself, by the code of its error. */
function cutReason(code = ''): string | null {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'timeout';
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers_too_large';
  return code.startsWith('HPE_') ? 'malformed' : null;
}

/** Counts a server's connections, and what never became a request. */
export function watchServer(metrics: Metrics, server: Server): void {
  const dropped = metrics.counter('connections_dropped_total', 'Connections beyond the cap.', 'reason', ['cap']);
  const cut = metrics.counter(
    'connections_cut_total',
    'Connections that were ended before a whole request.',
    'reason',
    ['timeout', 'headers_too_large', 'malformed'],
  );
  const countOpen = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count ?? 0)));
  metrics.watch('connections', 'Connections that are open.', countOpen);
  server.on('drop', () => dropped('cap'));
  // Not `clientError`: whoever listens to that answers in node's place.
  server.on('connection', (socket) =>
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = cutReason(code);
      if (reason) cut(reason);
    }),
  );
}

/** Memory, file descriptors, processor time, garbage and the event loop's delay of this process. */
export const watchProcess = ({ registry }: Metrics): void =>
  collectDefaultMetrics({ register: registry, prefix: 'vivencia_' });
