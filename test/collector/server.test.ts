import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { RefusalCode } from '@vivencia/contract/refusal';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../packages/collector/src/config.ts';
import { Refusal } from '../../packages/collector/src/http/problem.ts';
import { createServer, listen, stopServing } from '../../packages/collector/src/server.ts';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const command = fileURLToPath(new URL('../../packages/collector/bin/vivencia.js', import.meta.url));

/** A connection that has sent some lines, and all that came back until it ended. */
function dial(port: number, ...lines: string[]): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(lines.join('\r\n'));
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  return { socket, answer: new Promise((resolve) => socket.once('close', () => resolve(heard))) };
}

const post = 'POST /v1/responses HTTP/1.1';
const get = 'GET / HTTP/1.1';
const halfARequest = [post, 'Host: x', 'Content-Type: text/plain', 'Content-Length: 100', '', '{'];

const byStatus: Record<number, [RefusalCode, string]> = {
  400: ['malformed_request', 'This is not HTTP as it is spoken here.'],
  431: ['headers_too_large', 'The address and the headers are larger than 16 KiB.'],
};

describe('the limits of a connection', () => {
  const refused: RefusalCode[] = [];
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const config = readConfig({ VIVENCIA_PORT: '0', VIVENCIA_CONNECTIONS: '3' });
    const readAll = async (request: Request) => new Response(await request.text());
    server = createServer(readAll, config, (code) => refused.push(code));
    port = await listen(server, config);
  });
  afterAll(() => stopServing(server));

  test.each([
    ['no HTTP at all', ['hello', '', ''], 400],
    ['a method that nobody knows', ['FROB / HTTP/1.1', 'Host: x', '', ''], 400],
    ['a tunnel', ['CONNECT a.example:443 HTTP/1.1', 'Host: a.example', '', ''], 400],
    ['an expectation', [get, 'Host: x', 'Expect: wonders', '', ''], 400],
    ['two lengths', [post, 'Host: x', 'Content-Length: 1', 'Content-Length: 2', '', ''], 400],
    ['a length and chunks', [post, 'Host: x', 'Content-Length: 1', 'Transfer-Encoding: chunked', '', ''], 400],
    ['chunks that are none', [post, 'Host: x', 'Transfer-Encoding: chunked', '', 'zz', ''], 400],
    ['no host', [get, 'Connection: close', '', ''], 400],
    ['a host that is a path', [get, 'Host: a/b', 'Connection: close', '', ''], 400],
    ['an address of something else', ['GET ftp://x/ HTTP/1.1', 'Host: x', 'Connection: close', '', ''], 400],
    ['a control in a header', [get, 'Host: x', 'A: b\u0001', '', ''], 400],
    ['headers of 20 KiB', [get, 'Host: x', `A: ${'a'.repeat(20_480)}`, '', ''], 431],
    ['an address of 20 KiB', [`GET /${'a'.repeat(20_480)} HTTP/1.1`, 'Host: x', '', ''], 431],
  ])('%s is a problem in our words, without any of it, and is counted', async (_, lines, status) => {
    const [head, body] = (await dial(port, ...lines).answer).split('\r\n\r\n') as [string, string];
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z][A-Za-z ]+\\r\\n`));
    expect(head).toMatch(/\r\ncontent-type: application\/problem\+json(\r\n|$)/i);
    expect(head).toMatch(/\r\nconnection: close(\r\n|$)/i);
    const [code, detail] = byStatus[status] as [RefusalCode, string];
    expect(JSON.parse(body)).toEqual(new Refusal(code, detail).toProblem());
    expect(refused.splice(0)).toEqual([code]);
  });

  test('who leaves in the middle of a body is not refused', async () => {
    const { socket, answer } = dial(port, ...halfARequest);
    await once(socket, 'connect');
    socket.end();
    await answer;
    const other = dial(port, ...halfARequest);
    await once(other.socket, 'connect');
    other.socket.resetAndDestroy();
    await expect.poll(() => connectionsOf(server)).toBe(0);
    expect(refused).toEqual([]);
  });

  // Node's own interval of 30 s would let both outlive this test.
  test('headers that do not come in 10 s, and a body that does not in 15, end it with 408', async () => {
    const slow = [dial(port, get, 'Host: x'), dial(port, ...halfARequest)];
    for (const { answer } of slow) {
      expect(await answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n(.|\r\n)*"code":"request_timeout"/);
    }
    expect(refused.splice(0)).toEqual(['request_timeout', 'request_timeout']);
  }, 25_000);

  test('who asks sixteen times without reading an answer is cut, and nobody else', async () => {
    const twice = await dial(port, ...Array.from({ length: 2 }, () => `${get}\r\nHost: x\r\n\r\n`)).socket;
    let heard = '';
    twice.on('data', (chunk) => {
      heard += chunk;
    });
    const { answer } = dial(port, `${get}\r\nHost: x\r\n\r\n`.repeat(17));
    expect(await answer).toBe('');
    await expect.poll(() => heard.match(/HTTP\/1.1 200/g)?.length).toBe(2);
    twice.destroy();
  });

  test('HTTP/1.0 without a host is answered', async () => {
    expect(await dial(port, 'GET / HTTP/1.0', '', '').answer).toMatch(/^HTTP\/1.1 200 OK/);
  });

  test('one more than may be open is closed at once, and the others go on', async () => {
    const open = Array.from({ length: 3 }, () => dial(port, ''));
    await expect.poll(() => connectionsOf(server)).toBe(3);
    expect(await dial(port, get, 'Host: x', '', '').answer).toBe('');
    for (const { socket } of open) socket.end([get, 'Host: x', 'Connection: close', '', ''].join('\r\n'));
    for (const { answer } of open) expect(await answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  });
});

test.each([
  ['a visitor’s idle connection is kept for 5 s', {}, 5],
  ['a proxy’s for 75, longer than it keeps it itself', { VIVENCIA_TRUSTED_PROXIES: '127.0.0.1' }, 75],
])('%s', async (_, settings, seconds) => {
  const config = readConfig({ VIVENCIA_PORT: '0', ...settings });
  const server = createServer(async () => new Response('here'), config);
  const response = await fetch(`http://127.0.0.1:${await listen(server, config)}/`);
  expect([await response.text(), response.headers.get('keep-alive')]).toEqual(['here', `timeout=${seconds}`]);
  await stopServing(server);
});

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

describe('told to stop', () => {
  const { folder, remove } = temporaryFolder();
  let server: RunningServer;
  let port: number;
  let site: string;
  beforeAll(async () => {
    site = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', '--json')).stdout).publicKey;
  });
  const start = async () => {
    server = await startServer(folder);
    port = Number(new URL(server.url).port);
  };
  afterEach(() => server.end('SIGKILL'));
  afterAll(remove);

  test('it waits neither for a silent socket nor for an idle or a slow one, and leaves one file', async () => {
    await start();
    const state = { site, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
    const answered = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
    expect(answered.status).toBe(200);
    expect(existsSync(`${folder}/vivencia.db-wal`)).toBe(true);
    const idle = dial(port, 'GET /healthz HTTP/1.1', 'Host: x', '', '');
    await once(idle.socket, 'data');
    const others = [dial(port, ''), dial(port, get), dial(port, ...halfARequest)];
    await Promise.all(others.map(({ socket }) => once(socket, 'connect')));
    expect(await server.end('SIGTERM')).toBe(0);
    await Promise.all([idle, ...others].map(({ answer }) => answer));
    expect(existsSync(`${folder}/vivencia.db-wal`)).toBe(false);
  });

  test('while it starts, it stops as soon as it has', async () => {
    const fresh = `${folder}/new`;
    const starting = spawn(process.execPath, [command, 'serve', '--port', '0', '--data', fresh]);
    await expect.poll(() => existsSync(`${fresh}/vivencia.db`), { interval: 5 }).toBe(true);
    starting.kill('SIGTERM');
    expect((await once(starting, 'exit'))[0]).toBe(0);
    // And nobody else may read what it keeps.
    expect([fresh, `${fresh}/vivencia.db`].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  test('a second signal ends it at once', async () => {
    await start();
    const { socket } = dial(port, ...halfARequest);
    await once(socket, 'connect');
    server.process.kill('SIGINT');
    const refused = () =>
      new Promise((resolve) =>
        connect(port, '127.0.0.1')
          .on('connect', function (this: Socket) {
            resolve(this.destroy() && false);
          })
          .on('error', () => resolve(true)),
      );
    await expect.poll(refused, { interval: 20 }).toBe(true);
    expect(await server.end('SIGTERM')).toBe(1);
  });
});
