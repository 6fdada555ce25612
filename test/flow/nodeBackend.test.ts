import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../packages/client/src/index.ts';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The order service of examples/node-backend, as its README says to start it, against a real collector.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = temporaryFolder();
let server: RunningServer;
let secretKey: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  const added = await vivencia(folder, 'site', 'add', 'Orders', '--json');
  secretKey = JSON.parse(added.stdout).secretKey;
  server = await startServer(folder);
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child);
});
afterAll(async () => {
  await server?.end('SIGTERM');
  remove();
});

/** Of npm, too, what it has started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  process.kill(-(child.pid as number), 'SIGTERM');
  await exited;
}

function start(command: string, args: string[], settings: NodeJS.ProcessEnv) {
  const { VIVENCIA_URL: _url, VIVENCIA_KEY: _key, ...env } = process.env;
  const child = spawn(command, args, { cwd: root, detached: true, env: { ...env, PORT: '0', ...settings } });
  started.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
  return { child, printed: () => printed };
}

const startExample = (settings: NodeJS.ProcessEnv) =>
  start('npm', ['start', '--workspace', 'examples/node-backend'], settings);

async function addressOf({ printed }: { printed(): string }): Promise<string> {
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/order service listens on http\S+\s/);
  return /order service listens on (\S+)/.exec(printed())?.[1] as string;
}

async function delivered(address: string, customer: string) {
  const placed = await fetch(`${address}/orders`, { method: 'POST', body: JSON.stringify({ customer, locale: 'es' }) });
  const { id } = await placed.json();
  const deliver = await fetch(`${address}/orders/${id}/delivered`, { method: 'POST' });
  return { id, status: deliver.status, ...(await deliver.json()) };
}

describe('the order service', { timeout: 120_000 }, () => {
  test('asks about a delivery once, however often it is said, by the next page and by a link', async () => {
    const example = startExample({ VIVENCIA_URL: server.url, VIVENCIA_KEY: secretKey });
    const address = await addressOf(example);
    const { id, status, asked } = await delivered(address, 'c-77');
    expect([status, asked], example.printed()).toEqual([200, { armed: true, link: expect.any(String) }]);
    expect(asked.link.startsWith(`${server.url}/r/`)).toBe(true);
    expect(example.printed()).toContain(`Invitation: ${asked.link}`);
    const page = await fetch(asked.link);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('lang="es"')]);
    const again = await fetch(`${address}/orders/${id}/delivered`, { method: 'POST' });
    expect(again.status).toBe(200);
    const client = createClient({ url: server.url, secretKey });
    expect(await client.scores.of('delivery')).toMatchObject({ passed: 1, answered: 0 });
  });

  test('delivers also where nobody can be asked, and says why', async () => {
    const example = startExample({ VIVENCIA_URL: server.url, VIVENCIA_KEY: `sk_${'a'.repeat(43)}` });
    const { id, status, order, asked } = await delivered(await addressOf(example), 'c-78');
    expect([status, order.id, asked]).toEqual([200, id, null]);
    expect(example.printed()).toContain(`${id}: nobody is asked. unauthorized`);
    expect(example.printed()).not.toContain('aaaaaaaa');
  });

  test.each([
    ['no collector', { VIVENCIA_KEY: 'sk_' }, 'VIVENCIA_URL is not set'],
    ['no key', { VIVENCIA_URL: 'http://127.0.0.1:8787' }, 'VIVENCIA_KEY is not set'],
    ['the public key', { VIVENCIA_URL: 'http://127.0.0.1:8787', VIVENCIA_KEY: 'pk_a' }, 'secretKey is the public key'],
  ])('without a collector it says how to start it: %s', async (_, settings, message) => {
    const { child, printed } = startExample(settings);
    const [code] = await once(child, 'exit');
    expect([code, printed()]).toEqual([2, expect.stringContaining(message)]);
    expect(printed()).toContain('npm run start:backend');
  });
});

test('with a collector of its own it runs by one command', { timeout: 120_000 }, async () => {
  const program = 'examples/node-backend/withCollector.js';
  const own = temporaryFolder();
  const example = start(process.execPath, [program], { VIVENCIA_PORT: '0', VIVENCIA_DATA: own.folder });
  try {
    const { status, asked } = await delivered(await addressOf(example), 'c-79');
    expect([status, asked?.armed], example.printed()).toEqual([200, true]);
  } finally {
    await end(example.child);
    own.remove();
  }
  expect(example.printed()).toMatch(/A collector listens on http/);
});
