import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { type Engine, viewport } from './engine.ts';
import { pathOf } from './programs.ts';

/** Firefox by WebDriver BiDi, which it speaks itself: https://w3c.github.io/webdriver-bidi/ */
export async function launchFirefox(): Promise<Engine> {
  const profile = temporaryFolder();
  const firefox = spawn(
    pathOf('firefox'),
    ['--headless', '--no-remote', '--profile', profile.folder, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(firefox, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    firefox.stderr.on('data', (chunk) => {
      printed += chunk;
      const said = /listening on (ws:\S+)/.exec(printed)?.[1];
      if (said) resolve(said);
    });
    firefox.once('error', reject);
    firefox.once('exit', () => reject(new Error(`Firefox ended: ${printed}`)));
  });
  const call = await connect(`${address}/session`);
  const { capabilities } = await call('session.new', { capabilities: {} });
  // In the tab that is there the address bar has focus, and Enter would press no button.
  const { context } = await call('browsingContext.create', { type: 'tab' });
  await call('browsingContext.setViewport', { context, viewport });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    async open(url) {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await call('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    },
    async act(actions) {
      await call('input.performActions', { context, actions });
    },
    screenshot: async () => Buffer.from((await call('browsingContext.captureScreenshot', { context })).data, 'base64'),
    async close() {
      await call('browser.close');
      await exited;
      profile.remove();
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the answers have as many shapes as there are commands.
type Call = (method: string, params?: object) => Promise<any>;

interface Answer {
  id: number;
  type: 'success' | 'error';
  result: unknown;
  error: string;
  message: string;
}

/** Commands over a WebSocket, each with its answer. */
async function connect(address: string): Promise<Call> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer: Answer = JSON.parse(data);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  await once(socket, 'open');
  return async (method, params = {}) => {
    const id = ++calls;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result;
  };
}
