import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/*
 * What the command runs, in a few files: to load some 500 modules one by one took more of a start than all the rest of it
 * (docs/decisions/0014). Whoever mounts the collector imports its modules as they are.
 */

// The names of its parts change with what is in them: those of earlier builds would be published with it.
rmSync(join(import.meta.dirname, 'dist/bundle'), { recursive: true, force: true });

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: [
    'dist/cli/main.js',
    'dist/store/sqlite/writerThread.js',
    'dist/store/sqlite/readerThread.js',
    'dist/store/sqlite/caretakerThread.js',
    'dist/store/sqlite/checkProcess.js',
  ],
  outdir: 'dist/bundle',
  outbase: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // It has a native part.
  external: ['better-sqlite3'],
  // The CommonJS among the dependencies asks for Node's own modules with `require`.
  banner: {
    js: "import { createRequire as forBundled } from 'node:module';\nconst require = forBundled(import.meta.url);",
  },
  logLevel: 'warning',
});
