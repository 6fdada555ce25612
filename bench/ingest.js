import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './ingest/load.js';
import { atLeast, figure } from './support/figure.js';
import { interleaved } from './support/interleaved.js';
import { median } from './support/median.js';
import { newDatabase, startServer } from './support/servers.js';

const rounds = 5;
const roundMs = 1_500;
const warmUpMs = 3_000;
const kinds = ['noop', 'validate', 'transaction', 'ours'];
const concurrencies = [1, 16, 64, 256];

/**
 * Durable deliveries a second, as shares of what is measured beside them: Hono alone, Hono with JSON and zod and no
 * store, one transaction a request. Each server and the load are processes of their own; medians of interleaved rounds.
 * Then the same two that write, with every sync a millisecond slower.
 */
export async function run() {
  const { servers, close } = await startAll(kinds, {});
  const byConcurrency = {};
  try {
    for (const connections of concurrencies) byConcurrency[connections] = await compare(servers, connections);
  } finally {
    await close();
  }
  const slow = await slowedDown();
  const at64 = (kind) => byConcurrency[64][kind].perSecond;
  return {
    ofJsonAndZod: atLeast(at64('ours') / at64('validate'), { must: 0.6, aim: 0.75 }),
    ofOneTransactionARequest: atLeast(at64('ours') / at64('transaction'), { must: 3.5 }),
    withSlowSync: {
      ofOneTransactionARequest: atLeast(slow.ours.perSecond / slow.transaction.perSecond, { must: 40 }),
      p99: figure(slow.ours.p99, { must: 20 }),
      connections: 256,
      ...slow,
    },
    byConcurrency,
    rounds,
  };
}

async function slowedDown() {
  const folder = mkdtempSync(join(tmpdir(), 'vivencia-bench-'));
  const library = join(folder, 'slowSync.so');
  execFileSync('cc', [
    '-shared',
    '-fPIC',
    '-o',
    library,
    fileURLToPath(new URL('ingest/slowSync.c', import.meta.url)),
    '-ldl',
  ]);
  const { servers, close } = await startAll(['transaction', 'ours'], { LD_PRELOAD: library });
  try {
    return await compare(servers, 256);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

async function startAll(names, environment) {
  const servers = {};
  for (const kind of names) {
    const database = newDatabase();
    servers[kind] = { database, ...(await startServer(kind, database.file, environment)) };
  }
  for (const server of Object.values(servers)) await load(server, server.database.publicKey, 64, warmUpMs);
  const close = async () => {
    for (const { close, database } of Object.values(servers)) {
      await close();
      database.remove();
    }
  };
  return { servers, close };
}

async function compare(servers, connections) {
  const turns = Object.entries(servers).map(([kind, server]) => [
    kind,
    () => load(server, server.database.publicKey, connections, roundMs),
  ]);
  const loads = await interleaved(rounds, Object.fromEntries(turns));
  const medianOf = (list, name) => median(list.map((each) => each[name]));
  return Object.fromEntries(
    Object.entries(loads).map(([kind, list]) => [
      kind,
      { perSecond: Math.round(medianOf(list, 'perSecond')), p50: medianOf(list, 'p50'), p99: medianOf(list, 'p99') },
    ]),
  );
}
