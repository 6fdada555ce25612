import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, viewport } from './engine.ts';
import { pathOf } from './programs.ts';

const startMs = 20_000;

/** WebKitGTK's MiniBrowser by WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function launchWebkit(): Promise<Engine> {
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn(pathOf('webkitDriver'), ['--host=127.0.0.1', `--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  });
  const exited = once(driver, 'exit');
  await answering(`http://127.0.0.1:${port}/status`);
  const { sessionId, capabilities } = await call('POST', `http://127.0.0.1:${port}/session`, {
    capabilities: { alwaysMatch: {} },
  });
  const session = `http://127.0.0.1:${port}/session/${sessionId}`;
  const evaluate = (expression: string): Promise<string> =>
    call('POST', `${session}/execute/sync`, {
      script: `return (async () => JSON.stringify(await (${expression})))()`,
      args: [],
    });
  // A window is its toolbar's height taller than the page in it.
  const toolbar = Number(await evaluate('outerHeight - innerHeight'));
  await call('POST', `${session}/window/rect`, {
    x: 0,
    y: 0,
    width: viewport.width,
    height: viewport.height + toolbar,
  });
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    async open(url) {
      await call('POST', `${session}/url`, { url });
    },
    evaluate,
    async act(actions) {
      await call('POST', `${session}/actions`, { actions });
    },
    screenshot: async () => Buffer.from(await call('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await call('DELETE', session);
      driver.kill();
      await exited;
      await display.close();
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the answers have as many shapes as there are commands.
async function call(method: string, address: string, body?: object): Promise<any> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${address}: ${value.error}: ${value.message}`);
  return value;
}

async function answering(address: string): Promise<void> {
  const until = Date.now() + startMs;
  while (!(await fetch(address).catch(() => undefined))) {
    if (Date.now() > until) throw new Error(`nothing answers at ${address}`);
    await wait(50);
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** An X display that nobody sees, with room for the window and its toolbar. */
async function openDisplay() {
  const { width, height } = viewport;
  const screen = ['-screen', '0', `${width}x${height + 100}x24`];
  const server = spawn(pathOf('display'), ['-displayfd', '1', '-nolisten', 'tcp', ...screen], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(server, 'exit');
  // It chooses a free number and says it when it is ready.
  const [number] = await once(server.stdout, 'data');
  return {
    name: `:${String(number).trim()}`,
    async close() {
      server.kill();
      await exited;
    },
  };
}
