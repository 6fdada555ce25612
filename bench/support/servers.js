import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
export const command = pathOf('../../packages/collector/bin/vivencia.js');
const unlimited = {
  VIVENCIA_RATE_PREFIX: '0',
  VIVENCIA_RATE_SITE: '0',
  VIVENCIA_RATE_KEY: '0',
  VIVENCIA_LOG_LEVEL: 'warn',
};

/** A folder for a database with one site, what opens it, and what deletes it. */
export function newDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'vivencia-bench-'));
  const file = join(folder, 'vivencia.db');
  const run = (...args) =>
    JSON.parse(
      execFileSync(process.execPath, [command, ...args, '--json'], {
        env: { ...process.env, VIVENCIA_DATABASE: file },
      }),
    );
  const { publicKey, secretKey } = run('site', 'add', 'Bench');
  const { token } = run('access', 'add', 'Bench', '--role', 'viewer');
  return { file, publicKey, secretKey, token, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * A server in a process of its own.
 *
 * @param {'noop' | 'validate' | 'transaction' | 'ours'} kind
 * @param {string} file its database
 * @param {Record<string, string>} environment beside the bench's own
 */
export async function startServer(kind, file, environment = {}) {
  // As it is run by people: the command's first line says how much memory it may take.
  const [program, ...args] =
    kind === 'ours'
      ? [command, 'serve', '--port', '0']
      : [process.execPath, pathOf('../ingest/reference.js'), kind, file];
  const env = { ...process.env, ...unlimited, VIVENCIA_DATABASE: file, ...environment };
  const server = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(server.stdout, 'data');
  const exited = once(server, 'exit');
  return {
    port: /(\d+)\n/.exec(printed)[1],
    pid: server.pid,
    close: () => {
      server.kill();
      return exited;
    },
  };
}
