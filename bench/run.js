import { availableParallelism, cpus, loadavg } from 'node:os';

const benches = {
  coverage: () => import('./coverage.js'),
  export: () => import('./export.js'),
  ingest: () => import('./ingest.js'),
  scale: () => import('./scale.js'),
  summarize: () => import('./summarize.js'),
  widget: () => import('./widget.js'),
};

const name = process.argv[2] ?? '';
const load = benches[name];
if (load) {
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version, load: loadavg()[0] };
  const { run } = await load();
  process.stdout.write(`${JSON.stringify({ bench: name, machine, ...(await run()) }, null, 2)}\n`);
} else {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join(' | ')}\n`);
  process.exitCode = 2;
}
