#!/usr/bin/env -S MALLOC_ARENA_MAX=2 node --max-semi-space-size=4 --heap-growing-percent=20
// Left to themselves, V8 and malloc take half as much memory again for what a request leaves behind.
import { existsSync } from 'node:fs';

const entry = new URL('../dist/bundle/cli/main.js', import.meta.url);
if (existsSync(entry)) {
  await import(entry.href);
} else {
  process.stderr.write('vivencia is not built yet: run `npm run build` first\n');
  process.exitCode = 1;
}
