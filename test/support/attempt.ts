import { execFileSync } from 'node:child_process';

/** Runs a command that may fail; what went wrong in one line, or undefined. */
export const attempt = (command: string, args: string[], minutes: number): string | undefined => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: minutes * 60_000 });
    return;
  } catch (error) {
    return `${command} ${args.join(' ')}: ${error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : error}`;
  }
};
