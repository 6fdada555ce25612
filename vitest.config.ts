import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/globalSetup.ts',
    pool: 'forks',
    // Of its own accord it leaves one core idle, and most tests wait for a browser.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a browser does takes its time on a busy machine.
    expect: { poll: { timeout: 5_000 } },
  },
});
