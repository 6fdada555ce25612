import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../../packages/collector/bin/vivencia.js', import.meta.url));

/** Tests deliver faster than one network would. */
const environment = { ...process.env, VIVENCIA_RATE_PREFIX: '0', VIVENCIA_RATE_SITE: '0' };

/** Runs a command on the data of a folder; its exit code and what it printed. */
export async function vivencia(
  folder: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...environment, VIVENCIA_DATABASE: `${folder}/vivencia.db` };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [command, ...args], { env, maxBuffer: 1e9 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

export interface RunningServer {
  url: string;
  /** All that it has printed. */
  printed: string;
  /** What it has written to its standard error until now. */
  logged(): string;
  process: ChildProcess;
  /** Ends it with a signal and waits until it is gone; its exit code, or null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the real server, as `npx vivencia serve` does, on a port of its own. */
export const startServer = (folder: string, ...args: string[]) => startServerWith({}, folder, ...args);

/** As `startServer`, with settings of the environment. */
export async function startServerWith(
  settings: NodeJS.ProcessEnv,
  folder: string,
  ...args: string[]
): Promise<RunningServer> {
  const child = spawn(process.execPath, [command, 'serve', '--data', folder, '--port', '0', ...args], {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let logged = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed += chunk;
    logged += chunk;
  });
  const exited = once(child, 'exit');
  while (!printed.includes('Answers are kept')) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${printed}`);
    await Promise.race([once(child.stdout, 'data'), exited]);
  }
  return {
    url: /listens on (\S+)/.exec(printed)?.[1] ?? '',
    printed,
    logged: () => logged,
    process: child,
    end: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
