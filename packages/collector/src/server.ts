import { createServer as createNodeServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { RefusalCode } from '@vivencia/contract/refusal';
import type { Config } from './config.ts';
import { refuseInWords } from './http/refuseInWords.ts';
import { malformed } from './http/serverRefusal.ts';
import { Unanswered } from './http/unanswered.ts';

/** A slow client holds its connection no longer than this, in milliseconds. */
const headersTimeout = 10_000;
const requestTimeout = 15_000;
/** How often node looks for them, in milliseconds: its own 30 s would make these limits 45 s. */
const connectionsCheckingInterval = 1_000;

/** Node's own limit, which no option of the process then raises; in bytes. */
const maxHeaderSize = 16 * 1024;

/** An idle connection of a visitor is one less for the others; in milliseconds. */
const visitorKeepAlive = 5_000;
/** A proxy must be the first to close an idle connection, or a delivery meets a closed one: most keep theirs for 60 s. */
const proxyKeepAlive = 75_000;

/** Nothing has come or gone on a connection for this long, in milliseconds: whoever it is does not read its answer. */
const idleTimeout = 20_000;

/** Browsers wait for an answer before they ask again on a connection; what asks so often without is no browser. */
const maximumUnanswered = 16;

/** What still runs this long after the stop began is cut, in milliseconds. */
const hangingMs = 3_000;

type Fetch = Parameters<typeof getRequestListener>[0];

/**
 * The HTTP server, with its limits; it does not listen yet.
 *
 * @param onRefusal told of what was refused before `fetch` saw it
 */
export function createServer(
  fetch: Fetch,
  { connections, proxies }: Config,
  onRefusal: (code: RefusalCode) => void = () => {},
): Server {
  const keepAliveTimeout = proxies.isEmpty ? visitorKeepAlive : proxyKeepAlive;
  const serverOptions = {
    headersTimeout,
    requestTimeout,
    connectionsCheckingInterval,
    maxHeaderSize,
    keepAliveTimeout,
    // Node would refuse it with nothing but a status.
    requireHostHeader: false,
  };
  const refuse = () => {
    onRefusal('malformed_request');
    return malformed().toResponse();
  };
  const answer = getRequestListener(
    (request, environment) => (lacksHost(environment.incoming) ? refuse() : fetch(request, environment)),
    {
      // HTTP/1.0 knows no Host.
      hostname: 'localhost',
      // An address or a host that is none.
      errorHandler: (error) => (error instanceof RequestError ? refuse() : new Response(null, { status: 500 })),
    },
  );
  const server = createNodeServer(serverOptions, answer);
  server.setTimeout(idleTimeout);
  server.on('connection', rememberAddress);
  const unanswered = new Unanswered();
  server.prependListener('request', cutFloods(unanswered));
  refuseInWords(server, unanswered, onRefusal);
  // What comes beyond is closed at once: it costs no more than that.
  if (connections > 0) server.maxConnections = connections;
  return server;
}

const lacksHost = ({ httpVersion, headers }: Pick<IncomingMessage, 'httpVersion' | 'headers'>) =>
  httpVersion === '1.1' && headers.host === undefined;

/** Once read, node knows it after the connection has gone, too: a delivery is limited by where it came from. */
const rememberAddress = (socket: Socket): void => void socket.remoteAddress;

/** Ends connections that ask and ask and do not read: each answer would wait in memory. */
const cutFloods =
  (unanswered: Unanswered) =>
  ({ socket }: IncomingMessage, response: ServerResponse): void => {
    if (unanswered.add(socket, response) > maximumUnanswered) socket.destroy();
  };

/**
 * Resolves with the port.
 *
 * @throws Error naming the setting where host or port cannot be listened to
 */
export function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenError(error, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`port ${port} is taken; choose another with --port or VIVENCIA_PORT`, { cause: error });
    case 'EACCES':
      return new Error(
        `port ${port} is for privileged processes; choose one from 1024 on with --port or VIVENCIA_PORT`,
        {
          cause: error,
        },
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new Error('VIVENCIA_HOST is not an address of this machine', { cause: error });
    default:
      return error;
  }
}

/** Lets what runs finish; a connection that is kept alive ends with its next answer, one that hangs is cut. */
export async function stopServing(server: Server): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false;
  });
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), hangingMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(cut);
}
