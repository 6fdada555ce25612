import { spawn } from 'node:child_process';

/*
 * Builds everything, what does not wait for each other side by side: SQLite's one large file is compiled by one core for
 * about a minute (only where no prebuilt one can be had), the types are checked and the packages bundled by the others.
 */

/** Runs a command in this folder; what it prints is printed. */
const run = (line) =>
  new Promise((resolve, reject) => {
    const child = spawn(line, { shell: true, stdio: 'inherit', cwd: import.meta.dirname });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`failed: ${line}`))));
  });

const bundles = async () => {
  await run('npx --no-install tsc -b');
  await Promise.all([
    run('npm run --silent build --workspace @vivencia/collector'),
    // The example's bundle holds the widget's.
    run(
      'npm run --silent build --workspace @vivencia/widget && npm run --silent build --workspace @vivencia/example-single-page-app',
    ),
  ]);
};

try {
  await Promise.all([run('node packages/collector/sqliteBinding.js'), bundles()]);
} catch ({ message }) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
