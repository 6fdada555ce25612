import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Misconfigured } from '../config.ts';
import { accessCommand } from './access.ts';
import { answersCommand } from './answers.ts';
import { backupCommand } from './backup.ts';
import { eraseCommand } from './erase.ts';
import { Failed, Misused } from './exit.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { keyCommand } from './key.ts';
import { rebuildCommand } from './rebuild.ts';
import { serveCommand } from './serve.ts';
import { siteCommand } from './site.ts';
import { verifyCommand } from './verify.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const program = new Command('vivencia')
  .description('Ask what was felt the moment an interaction ends; rank touchpoints by emotional intensity.')
  .version(version)
  .addCommand(serveCommand())
  .addCommand(siteCommand())
  .addCommand(keyCommand())
  .addCommand(accessCommand())
  .addCommand(answersCommand())
  .addCommand(verifyCommand())
  .addCommand(rebuildCommand())
  .addCommand(backupCommand())
  .addCommand(eraseCommand())
  .addCommand(exportCommand())
  .addCommand(importCommand());

/** Exit codes: 0 done, 1 failed, 2 misused. */
function exitCodeOf(error: unknown): number {
  // Help that was asked for ends with 0; help because something was missing does not.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`vivencia: ${(error as Error).message}\n`);
  if (error instanceof Misused || error instanceof Misconfigured) return 2;
  if (!(error instanceof Failed) && process.env.VIVENCIA_LOG_LEVEL === 'debug') console.error(error);
  return 1;
}

/** Commander's own mistakes are thrown to us from every command, so that they can be told apart by exit code. */
function throwFromAll(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwFromAll);
}

throwFromAll(program);
// `vivencia export | head` closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
