import { defineConfig } from 'vitest/config';

/** Other browser engines than the tests' Chromium: `npm run test:engines`. */
export default defineConfig({
  test: {
    include: ['test/engines/**/*.engines.ts'],
    globalSetup: 'test/engines/programs.ts',
    pool: 'forks',
    fileParallelism: false,
    // Node 20 has WebSocket behind a flag.
    execArgv: 'WebSocket' in globalThis ? [] : ['--experimental-websocket'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
