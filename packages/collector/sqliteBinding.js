import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Makes sure that better-sqlite3 has its native part: a prebuilt one where it can be downloaded, otherwise compiled. Left
 * to `npm ci`, the compilation would download Node's headers, which a closed network refuses; but they lie beside most
 * Nodes already (docs/decisions/0007).
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

const works = () => {
  try {
    // In a process of its own: one that failed to load is not loaded anew.
    const script = `new (require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))}))(':memory:')`;
    execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Where this Node came with its own headers: the folder that has include/node. */
function ownHeaders() {
  const folder = dirname(dirname(process.execPath));
  const header = join(folder, 'include/node/node_version.h');
  if (!existsSync(header)) return null;
  const text = readFileSync(header, 'utf8');
  const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1];
  return process.version === `v${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}` ? folder : null;
}

if (!works()) {
  process.stderr.write('Building the native part of better-sqlite3, once; compiling it takes a minute or two …\n');
  const headers = ownHeaders();
  const options = ['--ignore-scripts=false', ...(headers ? [`--nodedir=${headers}`] : [])];
  try {
    execFileSync('npm', ['rebuild', 'better-sqlite3', ...options], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, JOBS: 'max' },
      shell: process.platform === 'win32',
    });
  } catch (error) {
    process.stderr.write(`${error.stderr ?? error}\n`);
  }
  if (!works()) {
    process.stderr.write(
      'better-sqlite3 could not be built. It needs a prebuilt file from its GitHub page, or python3, make and g++.\n',
    );
    process.exit(1);
  }
}
