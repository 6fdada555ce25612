import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ClientOptions } from '../../packages/client/src/clientOptions.ts';
import { createClient } from '../../packages/client/src/index.ts';

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
  /** Milliseconds, of a clock that only goes on. */
  at: number;
}

/** Answers one request; the last one answers all that come after it. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };

/** A refusal as the collector words it. */
export const refusal = (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  json(status, { type: `urn:vivencia:problem:${code}`, title: code, status, code, detail: 'So it is.' }, headers);

/** The connection ends without a word. */
export const silence: Answer = (response) => void response.destroy();

/** Nothing ever comes. */
export const never: Answer = () => {};

export const secretKey = `sk_${'A1-_'.repeat(11).slice(0, 43)}`;

/** A client, and a real server that answers it in turn. */
export async function answering(answers: Answer[], options: Partial<ClientOptions> = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '');
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: body ? JSON.parse(body) : undefined, at: performance.now() };
    const answer = answers[Math.min(asked.push(one), answers.length) - 1];
    answer?.(response, one);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    url,
    client: createClient({ url, secretKey, ...options }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
