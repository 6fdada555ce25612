import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const command = fileURLToPath(new URL('../../../packages/collector/bin/vivencia.js', import.meta.url));
const { folder, remove } = temporaryFolder();
afterAll(remove);

/** A folder where there is a file, and a file that is no database. */
writeFileSync(`${folder}/file`, 'not a database, but long enough to be looked at as one. '.repeat(20));
mkdirSync(`${folder}/data`);
execFileSync('mkfifo', [`${folder}/pipe`]);

const taken = createServer().listen(0, '127.0.0.1');
await once(taken, 'listening');
afterAll(() => void taken.close());
const takenPort = String((taken.address() as { port: number }).port);

/** How `vivencia serve` ends in an environment; it never starts to listen. */
async function serveIn(
  environment: NodeJS.ProcessEnv,
  { flags = [], ...options }: { uid?: number; gid?: number; flags?: string[] } = {},
) {
  const env = { PATH: process.env.PATH, VIVENCIA_DATABASE: `${folder}/data/vivencia.db`, ...environment };
  const child = spawn(process.execPath, [command, 'serve', ...flags], { env, ...options });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

const oneLineWith = (setting: string) => new RegExp(`^vivencia: [^\\n]*${setting}[^\\n]*\\n$`);

const refused: [says: string, code: number, setting: string, environment: NodeJS.ProcessEnv][] = [
  ['a port in use', 1, 'VIVENCIA_PORT', { VIVENCIA_PORT: takenPort }],
  ['an address of another machine', 1, 'VIVENCIA_HOST', { VIVENCIA_PORT: '0', VIVENCIA_HOST: '192.0.2.1' }],
  ['a host that is no address', 1, 'VIVENCIA_HOST', { VIVENCIA_PORT: '0', VIVENCIA_HOST: 'no.such.host.invalid' }],
  ['a folder that cannot be made', 1, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: `${folder}/file/v.db` }],
  ['a folder that the system makes for nobody', 1, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: '/proc/vivencia/v.db' }],
  ['a file that is a folder', 1, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: folder }],
  ['a file that is no database', 1, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: `${folder}/file` }],
  ['PostgreSQL', 2, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: 'postgres://user:hunter2@db/vivencia' }],
  ['connections that are no number', 2, 'VIVENCIA_CONNECTIONS', { VIVENCIA_CONNECTIONS: 'many' }],
  ['a pipe as database', 2, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: `${folder}/pipe` }],
  ['a device as database', 2, 'VIVENCIA_DATABASE', { VIVENCIA_DATABASE: '/dev/null' }],
  ['a pipe as secret', 2, 'VIVENCIA_METRICS_TOKEN_FILE', { VIVENCIA_METRICS_TOKEN_FILE: `${folder}/pipe` }],
  ['a secret in no file', 2, 'VIVENCIA_PORT_FILE', { VIVENCIA_PORT_FILE: `${folder}/nothing` }],
];

test.each(refused)('%s ends it with %i and one line that names %s', async (_, code, setting, environment) => {
  const result = await serveIn(environment);
  expect([result.code, result.stdout, result.stderr]).toEqual([code, '', expect.stringMatching(oneLineWith(setting))]);
  expect(result.stderr).not.toContain('hunter2');
});

const misflagged: [says: string, code: number, flag: string, flags: string[]][] = [
  ['a port that is none', 2, '--port', ['--port', 'http']],
  ['a folder that cannot be made', 1, '--data', ['--data', `${folder}/file/data`]],
];

test.each(misflagged)('%s ends it with %i and one line that names %s', async (_, code, flag, flags) => {
  const result = await serveIn({ VIVENCIA_PORT: '0' }, { flags });
  expect([result.code, result.stdout, result.stderr]).toEqual([code, '', expect.stringMatching(oneLineWith(flag))]);
  expect(result.stderr).not.toContain('VIVENCIA_');
});

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const firstFreePort = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));

// Root may write everywhere and take every port: only root can become somebody who may not.
describe.skipIf(!isRoot)('as somebody without rights', () => {
  test('a folder that may not be written to ends it with 1 and names VIVENCIA_DATABASE', async () => {
    const result = await serveIn({}, nobody);
    expect([result.code, result.stderr]).toEqual([1, expect.stringMatching(oneLineWith('VIVENCIA_DATABASE'))]);
  });

  test.skipIf(firstFreePort <= 1)('a privileged port ends it with 1 and names VIVENCIA_PORT', async () => {
    const own = mkdtempSync(`${tmpdir()}/vivencia-nobody-`);
    chownSync(own, nobody.uid, nobody.gid);
    const result = await serveIn({ VIVENCIA_PORT: '1', VIVENCIA_DATABASE: `${own}/v.db` }, nobody);
    rmSync(own, { recursive: true });
    expect([result.code, result.stderr]).toEqual([1, expect.stringMatching(oneLineWith('VIVENCIA_PORT'))]);
  });
});
