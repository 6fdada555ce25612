import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answeredState } from '../support/answeredState.js';
import { responseIdAt } from '../support/responseId.js';

/** More than any server here answers in a millisecond. */
const requestsPerMs = 40;

/**
 * One core: left to itself, the kernel runs the load and the server it wakes in turns on the same core and leaves the
 * other idle.
 */
const ownCore = String(availableParallelism() - 1);

/** Compiled once a run. */
let compiled;

function client() {
  if (compiled) return compiled;
  compiled = join(tmpdir(), `vivencia-bench-client-${process.pid}`);
  execFileSync('cc', ['-O2', '-o', compiled, fileURLToPath(new URL('client.c', import.meta.url))]);
  process.once('exit', () => rmSync(compiled));
  return compiled;
}

let counter = 0;

function newRequest(publicKey) {
  const body = JSON.stringify(answeredState(publicKey, responseIdAt(Date.now()), counter++));
  return `POST /v1/responses HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}\0`;
}

/**
 * What so many connections, each delivering one new response after the other, get out of a server in so many
 * milliseconds, latencies in milliseconds. The load is a process of its own that has its requests ready.
 */
export async function load({ port }, publicKey, connections, milliseconds) {
  const requests = Array.from({ length: requestsPerMs * milliseconds }, () => newRequest(publicKey)).join('');
  const args = ['-c', ownCore, client(), port, connections, milliseconds].map(String);
  const process = spawn('taskset', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  process.stdin.end(requests);
  let printed = '';
  process.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await once(process, 'close');
  const { deliveries, seconds, ...rest } = JSON.parse(printed);
  if (rest.refused > 0) throw new Error(`${rest.refused} deliveries were refused`);
  return { perSecond: deliveries / seconds, ...rest };
}
