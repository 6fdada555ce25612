import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the engines run on: a variable that may name it, its names on the path, and Debian's package. */
const programs = {
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
  webkitDriver: { variable: 'WEBKIT_DRIVER', names: ['WebKitWebDriver'], debian: 'webkit2gtk-driver' },
  // WebKitGTK has no headless mode: it wants a display to draw on.
  display: { variable: 'XVFB', names: ['Xvfb'], debian: 'xvfb' },
};

export type Program = keyof typeof programs;

const isExecutable = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function find(program: Program): string | undefined {
  const { variable, names } = programs[program];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = process.env[variable];
  return [...(named ? [named] : []), ...names.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    isExecutable,
  );
}

/**
 * The path of a program.
 *
 * @throws Error that says how to get it, where it is not there
 */
export function pathOf(program: Program): string {
  const { variable, names, debian } = programs[program];
  const path = find(program);
  if (!path)
    throw new Error(`${names.join(' or ')} is not here: apt-get install ${debian}, or name it in $${variable}`);
  return path;
}

const aptGet = (...args: string[]) =>
  execFileSync('apt-get', ['-q', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

/** Once, before the tests: installs what is missing where that can be done (root on Debian), and fails where it cannot. */
export default function setup(): void {
  const missing = (Object.keys(programs) as Program[]).filter((program) => !find(program));
  if (missing.length && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    aptGet('update');
    aptGet('install', '--no-install-recommends', ...missing.map((program) => programs[program].debian));
  }
  missing.forEach(pathOf);
}
