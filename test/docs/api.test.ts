import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { refusalStatus } from '@vivencia/contract/refusal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { differences, type Snippet, snippetsOf } from './snippets.ts';

/*
 * docs/api.md and the client's README, as they stand there: each request is made of a real server, in order, by curl (or,
 * where there is none, by what takes its place) and by the client, and what is shown as an answer is what comes.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const document = readFileSync(`${root}docs/api.md`, 'utf8');
const all = snippetsOf(document);
const [prelude, ...programs] = all.filter(({ language }) => language === 'ts');
const readmeProgram = snippetsOf(readFileSync(`${root}packages/client/README.md`, 'utf8'))[0] as Snippet;
const run = promisify(execFile);

const { folder, remove } = temporaryFolder();
const work = `${folder}/work`;
let server: RunningServer;
let environment: NodeJS.ProcessEnv;

/** Whether a real curl is here that knows `--json`. */
function hasCurl(): boolean {
  try {
    return execFileSync('curl', ['--help', 'all'], { encoding: 'utf8', stdio: 'pipe' }).includes('--json');
  } catch {
    return false;
  }
}

const programOf = (line: number) => `line${line}`;

beforeAll(async () => {
  mkdirSync(`${work}/bin`, { recursive: true });
  symlinkSync(`${root}node_modules`, `${work}/node_modules`);
  writeFileSync(`${work}/package.json`, '{"type": "module"}');
  // Each status goes to standard error, so that what is printed is the answer alone.
  writeFileSync(`${work}/.curlrc`, 'silent\nwrite-out = "%{stderr}%{http_code}\\n"\n');
  if (!hasCurl()) copyFileSync(fileURLToPath(new URL('curl.js', import.meta.url)), `${work}/bin/curl`);
  if (!hasCurl()) chmodSync(`${work}/bin/curl`, 0o755);
  const added = await vivencia(folder, 'site', 'add', 'Shop', '--origin', 'https://shop.example', '--json');
  const { secretKey, identitySecret } = JSON.parse(added.stdout);
  server = await startServer(folder);
  environment = {
    ...process.env,
    PATH: `${work}/bin:${process.env.PATH}`,
    CURL_HOME: work,
    VIVENCIA_DATABASE: `${folder}/vivencia.db`,
    VIVENCIA_URL: server.url,
    VIVENCIA_KEY: secretKey,
    VIVENCIA_IDENTITY_SECRET: identitySecret,
    AUTH: `Authorization: Bearer ${secretKey}`,
  };
  for (const { code, line } of programs)
    writeFileSync(`${work}/${programOf(line)}.ts`, `${prelude?.code}\n${code}\nexport {};\n`);
  const readme = readmeProgram.code.replace('https://feedback.shop.example', server.url);
  writeFileSync(`${work}/readme.ts`, readme);
});
afterAll(async () => {
  await server?.end('SIGTERM');
  remove();
});

test('every block of TypeScript compiles', { timeout: 60_000 }, async () => {
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023', '--types', 'node'];
  const files = [...programs.map(({ line }) => `${programOf(line)}.ts`), 'readme.ts'];
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const { stdout } = await run(process.execPath, [compiler, ...options, ...files], { cwd: work }).catch(
    (problem: { stdout: string }) => problem,
  );
  expect(stdout).toBe('');
});

/** Of the last answer, for the blocks that go on with it. */
let answer: { id?: string } | null = null;

async function runShell({ code, note }: Snippet): Promise<void> {
  const env = { ...environment, ID: answer?.id ?? '' };
  const { stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', code], { cwd: work, env });
  const statuses = stderr.match(/^\d{3}$/gm) ?? [];
  const last = note || '2..';
  expect(statuses.join(), stdout + stderr).toMatch(new RegExp(`^((2..),)*(${last})$|^$`));
  expect(statuses.length).toBe(code.match(/\bcurl /g)?.length ?? 0);
  answer = /^\s*\{/.test(stdout) && !/\}\s*\{/.test(stdout) ? JSON.parse(stdout) : null;
}

const runProgram = async (name: string) => {
  await run(process.execPath, [`${name}.js`], { cwd: work, env: environment });
};

describe('as it stands there', { retry: 0 }, () => {
  const told = all.filter(({ language, code }) => /^(sh|json|ts)$/.test(language) && !code.startsWith('export '));
  test.each(told.map((snippet) => [snippet.line, snippet.language, snippet] as const))(
    'line %d of docs/api.md, %s',
    { timeout: 60_000 },
    async (line, language, snippet) => {
      if (language === 'sh') await runShell(snippet);
      else if (language === 'json') expect(differences(JSON.parse(snippet.code), answer)).toEqual([]);
      else if (snippet !== prelude) await runProgram(programOf(line));
      else expect(snippet.code).toContain('createClient');
    },
  );

  test('the README of the client', { timeout: 60_000 }, () => runProgram('readme'));
});

test('each code of a refusal is in the table, at its status', () => {
  const rows = document.split('\n').filter((line) => /^\| \d{3}/.test(line));
  const codes = Object.entries(refusalStatus);
  const missing = codes.filter(
    ([code, status]) => !rows.some((row) => row.includes(`\`${code}\``) && row.includes(`${status}`)),
  );
  expect(missing).toEqual([]);
  const told = rows.flatMap((row) => [...row.matchAll(/`(\w+_\w+)`/g)].map(([, code]) => code as string));
  expect(told.filter((code) => !Object.hasOwn(refusalStatus, code))).toEqual([]);
});
