import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';

/** What a process has in memory, in MiB. */
export const residentMemory = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
