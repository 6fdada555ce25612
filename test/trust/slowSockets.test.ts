import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startServerWith } from '../support/runningServer.ts';
import { crowd } from './crowd.ts';
import { extent } from './extent.ts';
import { Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const sockets = extent({ quick: 200, full: 2_000 });
const clients = 8;
/** Between two deliveries of one client: they need not keep a core busy to be starved. */
const restMs = 50;
const byteEveryMs = 700;

/** What a server gives them, in milliseconds: 10 s for headers, 15 s for all, looked at every second. */
const headersMs = 10_000;
const requestMs = 15_000;
/** A busy machine closes late. */
const graceMs = 5_000;

/** Half of them never end their headers, half never their body. */
const beginnings: [begins: string, limitMs: number][] = [
  ['POST /v1/responses HTTP/1.1\r\nHost: x\r\nX-Slow: ', headersMs],
  ['POST /v1/responses HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n', requestMs],
];

let site: TrustedSite;
afterAll(() => site.remove());

/** A socket that sends a byte now and then; how long it lived, in milliseconds. */
function slowSocket(port: number, begins: string): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(begins));
    const dripping = setInterval(() => socket.write('x'), byteEveryMs * (0.5 + Math.random()));
    socket.resume().on('error', () => {});
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(performance.now() - begun);
    });
  });
}

test(`${sockets} sockets that send a byte now and then are cut in time, and starve nobody`, {
  timeout: 120_000,
}, async () => {
  site = await trustedSite();
  const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'silent' }, site.folder);
  const port = Number(new URL(server.url).port);
  const ledger = new Ledger();
  const lives = Array.from({ length: sockets }, async (_, number) => {
    await wait((number / sockets) * 1000);
    const [begins, limitMs] = beginnings[number % beginnings.length] as [string, number];
    return { limitMs, lived: await slowSocket(port, begins) };
  });
  await wait(1_500);
  const leave = crowd({ url: server.url, site: site.publicKey, ledger }, clients, {}, restMs);
  const slow = await Promise.all(lives);
  await leave();

  const [answered, all] = [ledger.statuses.get(200) ?? 0, [...ledger.statuses.values()].reduce((sum, n) => sum + n, 0)];
  const longest = beginnings.map(([, limit]) =>
    Math.max(...slow.filter(({ limitMs }) => limitMs === limit).map(({ lived }) => lived)),
  );
  console.log(
    `slow sockets: ${sockets}, the longest lived ${longest.map((ms) => (ms / 1000).toFixed(1)).join(' and ')} s; ${answered} of ${all} other deliveries answered with 200`,
  );
  expect(slow.filter(({ lived, limitMs }) => lived > limitMs + graceMs)).toEqual([]);
  expect(all).toBeGreaterThan(clients);
  expect(answered / all).toBeGreaterThanOrEqual(0.99);
  expect(await server.end('SIGTERM')).toBe(0);
});
