import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { openFiller } from './scale/filler.js';
import { mostMemory, serve } from './scale/served.js';
import { figure } from './support/figure.js';
import { command, newDatabase } from './support/servers.js';

const responses = Number(process.env.BENCH_RESPONSES ?? 1_000_000);

/** A page of 500 rows has more. */
const firstPageBytes = 50_000;

/**
 * What an export of many responses takes of memory, in MB more than before it: of a server that streams it, also to
 * somebody who reads slowly, and of the command. The least that it may be read in is what SQLite and V8 keep anyway.
 */
export async function run() {
  const database = newDatabase();
  try {
    const filler = openFiller(database.file);
    filler.fill(responses);
    filler.close();
    const server = await serve(database.file);
    const begun = await warmed(server, database);
    const byFormat = {};
    for (const format of ['ndjson', 'csv']) byFormat[format] = await streamed(server, database, format);
    const streamMb = mostMemory(server) - begun;
    const deliveryMs = await whileSlow(server, database);
    const slowMb = mostMemory(server) - begun;
    await server.close();
    const commanded = await byCommand(database);
    return {
      streamGrowthMb: figure(streamMb, { must: 50 }),
      slowStreamGrowthMb: figure(slowMb, { must: 50 }),
      commandGrowthMb: figure(commanded.growthMb, { must: 50 }),
      responses,
      byFormat,
      deliveryBesideSlowStreamMs: deliveryMs,
      commandSeconds: commanded.seconds,
    };
  } finally {
    database.remove();
  }
}

const residentMemory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

const get = ({ address }, { secretKey }, query) =>
  fetch(`${address}/v1/responses?${query}`, { headers: { authorization: `Bearer ${secretKey}` } });

/** A server's memory when its reader has run. */
async function warmed(server, database) {
  await (await get(server, database, 'limit=1000')).text();
  return residentMemory(server.pid);
}

async function streamed(server, database, format) {
  const start = performance.now();
  let [bytes, lines] = [0, 0];
  for await (const chunk of (await get(server, database, `format=${format}`)).body) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines++;
  }
  const seconds = (performance.now() - start) / 1000;
  if (lines !== responses + Number(format === 'csv')) throw new Error(`${format} has ${lines} lines`);
  return { seconds, responsesPerSecond: Math.round(responses / seconds), megabytes: bytes / 1e6 };
}

/** Somebody takes a piece a second; meanwhile a delivery waits for nobody. Its milliseconds. */
async function whileSlow(server, database) {
  const reader = (await get(server, database, 'format=ndjson')).body.getReader();
  let slowest = 0;
  for (let second = 0; second < 10; second++) {
    await reader.read();
    const start = performance.now();
    const answer = await fetch(`${server.address}/v1/passes`, {
      method: 'POST',
      body: JSON.stringify({ site: database.publicKey, touchpoint: 'checkout', outcome: 'asked' }),
    });
    if (answer.status !== 204) throw new Error(`a delivery was answered ${answer.status}`);
    slowest = Math.max(slowest, performance.now() - start);
    await new Promise((over) => setTimeout(over, 1_000));
  }
  await reader.cancel();
  return slowest;
}

async function byCommand({ file }) {
  const start = performance.now();
  const env = { ...process.env, VIVENCIA_DATABASE: file };
  const child = spawn(command, ['export', '--format', 'csv'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  let begun;
  let most = 0;
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += chunk.length;
    const memory = residentMemory(child.pid);
    // The first piece is the header alone; with the first page all that it needs is loaded.
    if (bytes > firstPageBytes) begun ??= memory;
    most = Math.max(most, memory);
  }
  const [code] = await exited;
  if (code !== 0) throw new Error(`the command ended with ${code}`);
  return { growthMb: most - begun, seconds: (performance.now() - start) / 1000 };
}
