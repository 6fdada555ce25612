import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { packageFile } from '../../packageFile.ts';
import type { CheckResult } from './checkProcess.ts';

/** Built, also under the tests: Node 20 reads no TypeScript. */
const built = packageFile('dist/bundle/store/sqlite/checkProcess.js');

/** What a service manager or a terminal sends to all of a server's processes. */
const sentToAll = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** No process could be started for it; another way of checking may work. */
export class NoProcess extends Error {
  override name = 'NoProcess';
}

/**
 * Reads the whole file in a process of its own: a thread that is inside SQLite cannot be ended, and a server that is
 * told to stop would wait for it.
 *
 * @param stop not aborted yet
 * @returns what is wrong, in one line; `null`: nothing
 * @throws NoProcess, or Error where it could not be checked or was stopped
 */
export async function checkApart(file: string, stop: AbortSignal): Promise<string | null> {
  try {
    const running = promisify(execFile)(process.execPath, [built, file]);
    // Not its own way of stopping (`signal`), which asks politely whatever `killSignal` says.
    stop.addEventListener('abort', () => running.child.kill('SIGKILL'), { once: true });
    const { stdout } = await running;
    const result: CheckResult = JSON.parse(stdout);
    if ('failed' in result) throw new Error(result.failed);
    return result.damage;
  } catch (error) {
    const { code, signal } = error as { code?: string | number; signal?: string | null };
    if (stop.aborted) throw error;
    // Whether this server is meant to stop, too, it will hear by itself.
    if (signal && sentToAll.includes(signal)) return checkApart(file, stop);
    if (typeof code === 'string') throw new NoProcess(code);
    throw typeof code === 'number' || signal ? new Error(`the check ended with ${signal ?? code}`) : error;
  }
}
