import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/*
 * The snippets of docs/embed.md, as they stand there, each in a process of its own. Express and Next are stand-ins that
 * hand requests over as they do: Vivencia depends on neither.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url));
const document = readFileSync(`${root}docs/embed.md`, 'utf8');
const snippet = (name: string) => new RegExp(`^\`\`\`js ${name}\\n(.*?)^\`\`\`$`, 'ms').exec(document)?.[1] ?? '';

const { folder, remove } = temporaryFolder();
let site: string;

beforeAll(async () => {
  mkdirSync(`${folder}/node_modules`);
  for (const name of ['@vivencia', '@hono', 'hono'])
    symlinkSync(`${root}node_modules/${name}`, `${folder}/node_modules/${name}`);
  writeFileSync(`${folder}/package.json`, '{"type":"module"}');
  cpSync(fileURLToPath(new URL('standIns', import.meta.url)), folder, { recursive: true });
  cpSync(`${folder}/express.js`, `${folder}/node_modules/express/index.js`);
  writeFileSync(`${folder}/node_modules/express/package.json`, '{"type":"module","exports":"./index.js"}');
  for (const name of ['hono', 'express', 'next']) writeFileSync(`${folder}/${name}.snippet.js`, snippet(name));
  mkdirSync(`${folder}/data`);
  const added = await vivencia(`${folder}/data`, 'site', 'add', 'Shop', '--origin', 'https://shop.example', '--json');
  site = JSON.parse(added.stdout).publicKey;
});
afterAll(remove);

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

const hosts: [name: string, program: string][] = [
  ['Hono', 'hono.snippet.js'],
  ['Express', 'express.snippet.js'],
  ['Next', 'next.js'],
];

describe.each(hosts)('the snippet for %s', (_, program) => {
  test('mounts a collector that takes answers, gives the widget, and ends when it is told', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [program], { cwd: folder, env: { ...process.env, PORT: port } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    const exited = once(child, 'exit');
    const address = `http://127.0.0.1:${port}/feedback`;
    try {
      const statusOf = (path: string) =>
        fetch(`${address}${path}`, { signal: AbortSignal.timeout(5_000) }).then(
          ({ status }) => status,
          () => 0,
        );
      await expect.poll(() => statusOf('/readyz'), { timeout: 20_000 }).toBe(200);
      const deliver = () =>
        fetch(`${address}/v1/responses`, {
          method: 'POST',
          signal: AbortSignal.timeout(5_000),
          headers: { origin: 'https://shop.example' },
          body: JSON.stringify({ site, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' }),
        });
      await expect.poll(async () => (await deliver()).status).toBe(200);
      expect(await (await fetch(`${address}/s/${site}.js`)).text()).toContain('"https://shop.example/feedback"');
      expect(await statusOf('/login')).toBe(200);
      expect(await statusOf('/metrics')).toBe(401);
    } catch (error) {
      throw new Error(said, { cause: error });
    } finally {
      child.kill('SIGTERM');
    }
    expect(await exited).toEqual(program === 'next.js' ? [null, 'SIGTERM'] : [0, null]);
  }, 60_000);
});
