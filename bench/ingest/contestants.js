import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
const command = pathOf('../../packages/collector/bin/vivencia.js');
const unlimited = { VIVENCIA_RATE_PREFIX: '0', VIVENCIA_RATE_SITE: '0', VIVENCIA_LOG_LEVEL: 'warn' };

/**
 * A server in a process of its own, on a new database.
 *
 * @param {'noop' | 'validate' | 'transaction' | 'ours'} kind
 * @param {Record<string, string>} environment beside the bench's own
 * @returns {Promise<{ site: string, port: string, file: string, pid: number, close(): Promise<void> }>}
 */
export async function startContestant(kind, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vivencia-bench-'));
  const file = join(folder, 'vivencia.db');
  const env = { ...process.env, ...unlimited, VIVENCIA_DATABASE: file };
  const run = (...args) => execFileSync(process.execPath, [command, ...args], { env });
  const { publicKey } = JSON.parse(run('site', 'add', 'Bench', '--json'));
  const args = kind === 'ours' ? [command, 'serve', '--port', '0'] : [pathOf('reference.js'), kind, file];
  const server = spawn(process.execPath, args, {
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(server.stdout, 'data');
  const exited = once(server, 'exit');
  return {
    site: publicKey,
    port: /(\d+)\n/.exec(printed)[1],
    file,
    pid: server.pid,
    async close() {
      server.kill();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a load of so many connections gets out of a server in so many milliseconds. */
export async function load({ port, site }, connections, milliseconds) {
  const client = spawn(process.execPath, [pathOf('client.js'), port, site, connections, milliseconds].map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  client.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await once(client, 'close');
  const { deliveries, seconds, ...rest } = JSON.parse(printed);
  if (rest.refused > 0) throw new Error(`${rest.refused} deliveries were refused`);
  return { perSecond: deliveries / seconds, ...rest };
}
