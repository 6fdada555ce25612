import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Misconfigured } from '../config.ts';
import { packageFile } from '../packageFile.ts';
import { Failed, Misused } from './exit.ts';

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));

/** Loaded when they are asked for: a server starts without what reads CSV. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  site: async () => (await import('./site.ts')).siteCommand(),
  key: async () => (await import('./key.ts')).keyCommand(),
  access: async () => (await import('./access.ts')).accessCommand(),
  kiosk: async () => (await import('./kiosk.ts')).kioskCommand(),
  answers: async () => (await import('./answers.ts')).answersCommand(),
  touchpoints: async () => (await import('./touchpoints.ts')).touchpointsCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  rebuild: async () => (await import('./rebuild.ts')).rebuildCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  erase: async () => (await import('./erase.ts')).eraseCommand(),
  scrub: async () => (await import('./scrub.ts')).scrubCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
};

const program = new Command('vivencia')
  .description('Ask what was felt the moment an interaction ends; rank touchpoints by emotional intensity.')
  .version(version);
const asked = Object.entries(commands).find(([name]) => name === process.argv[2])?.[1];
// Help names all of them, and so does the refusal of an unknown one.
for (const load of asked ? [asked] : Object.values(commands)) program.addCommand(await load());

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
// Databases, backups and files of rejects hold what people said.
process.umask(0o077);
// `vivencia export | head` closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
