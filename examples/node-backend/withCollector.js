import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The example with a collector of its own, whose answers are kept in data/orders: `npm run start:backend`.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = `${root}packages/collector/bin/vivencia.js`;
const data = process.env.VIVENCIA_DATA ?? `${root}data/orders`;
mkdirSync(data, { recursive: true });

const env = { ...process.env, VIVENCIA_DATABASE: `${data}/vivencia.db` };
// Each start adds a site: secrets are shown once, and nothing keeps them.
const added = execFileSync(process.execPath, [command, 'site', 'add', `Orders ${Date.now()}`, '--json'], { env });
const { secretKey } = JSON.parse(added);

const children = [];
const start = (args, settings = {}) => {
  const child = spawn(process.execPath, args, {
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  child.stdout.setEncoding('utf8');
  return child;
};
const end = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.once('SIGINT', end);
process.once('SIGTERM', end);

const collector = start([command, 'serve', '--port', process.env.VIVENCIA_PORT ?? '8787'], {
  VIVENCIA_LOG_LEVEL: 'warn',
});
let printed = '';
collector.stdout.on('data', (text) => {
  printed += text;
});
collector.once('exit', (code) => {
  process.exitCode = code ?? 1;
  end();
});
while (!/listens on \S+\s/.test(printed) && collector.exitCode === null) {
  await Promise.race([once(collector.stdout, 'data'), once(collector, 'exit')]);
}
const url = /listens on (\S+)/.exec(printed)?.[1];
if (url) {
  console.log(`A collector listens on ${url}`);
  const example = start([fileURLToPath(new URL('dist/main.js', import.meta.url))], {
    VIVENCIA_URL: url,
    VIVENCIA_KEY: secretKey,
  });
  example.stdout.pipe(process.stdout);
  example.once('exit', end);
}
