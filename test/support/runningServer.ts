import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../../packages/collector/bin/vivencia.js', import.meta.url));

/** Tests deliver faster than one network would. */
const environment = { ...process.env, VIVENCIA_RATE_PREFIX: '0', VIVENCIA_RATE_SITE: '0', VIVENCIA_RATE_KEY: '0' };

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

/** A server ended before it listened. */
export class ServerEnded extends Error {
  constructor(
    /** All that it had printed. */
    readonly printed: string,
    /** `null` where a signal ended it. */
    readonly code: number | null,
  ) {
    super(`the server ended: ${printed}`);
  }
}

/** Shorter than a test may take: so it is said what was waited for. */
const patienceMs = 25_000;

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Starts the real server, as `npx vivencia serve` does, on a port of its own. */
export const startServer = (folder: string, ...args: string[]) => startServerWith({}, folder, ...args);

/** As `startServer`, with settings of the environment. */
export const startServerWith = (settings: NodeJS.ProcessEnv, folder: string, ...args: string[]) =>
  startServerUnder([], settings, folder, ...args);

/**
 * As `startServerWith`, run by another program that watches it.
 *
 * @param watcher its name and arguments; it must become the server (exec), so that signals reach that
 * @throws ServerEnded where it ends before it listens
 */
export async function startServerUnder(
  watcher: readonly string[],
  settings: NodeJS.ProcessEnv,
  folder: string,
  ...args: string[]
): Promise<RunningServer> {
  const line = [...watcher, process.execPath, command, 'serve', '--data', folder, '--port', '0', ...args];
  const child = spawn(line[0] as string, line.slice(1), {
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
  // Not `exit`: what it said last may come after that.
  const exited = once(child, 'close');
  const patience = setTimeout(() => {
    printed += `killed by the test: it did not listen within ${patienceMs / 1_000} s`;
    child.kill('SIGKILL');
  }, patienceMs);
  exited.finally(() => clearTimeout(patience));
  while (!printed.includes('Answers are kept')) {
    if (hasEnded(child)) throw new ServerEnded(printed, child.exitCode);
    await Promise.race([once(child.stdout, 'data'), exited]);
  }
  clearTimeout(patience);
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
