import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RefusalCode } from '@vivencia/contract/refusal';
import type { Refusal } from './problem.ts';
import { malformed, overSocket, serverRefusal } from './serverRefusal.ts';
import type { Unanswered } from './unanswered.ts';

/** Lets whoever is refused before there is a request hear why, as everybody does; node would say a status alone. */
export function refuseInWords(server: Server, unanswered: Unanswered, onRefusal: (code: RefusalCode) => void): void {
  const end = (socket: Duplex, refusal: Refusal) => {
    onRefusal(refusal.code);
    if (socket.writable && !unanswered.isAnswering(socket)) socket.end(overSocket(refusal), () => socket.destroy());
    else socket.destroy();
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const refusal = serverRefusal(error.code);
    if (refusal) end(socket, refusal);
    else socket.destroy();
  });
  server.on('connect', (_, socket) => end(socket, malformed()));
  server.on('checkExpectation', (_, response) => {
    onRefusal('malformed_request');
    const { status, headers, body } = malformed().answer();
    response.shouldKeepAlive = false;
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  });
}
