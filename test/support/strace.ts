import { attempt } from './attempt.ts';

/** Whether strace is there and may watch a process: in some containers nobody may. */
const works = () => attempt('strace', ['-D', '-f', '-o', '/dev/null', 'true'], 1) === undefined;

/** Installs strace where there is none and that is possible; whether there is one in the end. */
export function provideStrace(): boolean {
  if (process.platform !== 'linux') return false;
  if (works()) return true;
  if (process.getuid?.() !== 0) return false;
  attempt('apt-get', ['update', '-q'], 3);
  attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'strace'], 3);
  return works();
}
