import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** A browser, a process of its own, or every store there is. */
const takesLong = /launchBrowser|onPages\(|runningServer|child_process|conformance\(/;

/** What takes long begins first, also where no run before told how long: nobody waits for one file at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const sorted = await super.sort(files);
    const slow = new Set(sorted.filter(({ moduleId }) => takesLong.test(readFileSync(moduleId, 'utf8'))));
    return [...slow, ...sorted.filter((file) => !slow.has(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/globalSetup.ts',
    pool: 'forks',
    sequence: { sequencer: SlowFirst },
    // Of its own accord it leaves one core idle, and most tests wait for a browser.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The pages' tests are new and have run whole on few machines; what fails twice fails, and a retry is printed.
    retry: 1,
    // What a browser does takes its time on a busy machine.
    expect: { poll: { timeout: 5_000 } },
  },
});
