import { provideBrowser } from './browser.ts';
import { provideStrace } from './strace.ts';

/** Once for all test files, which run beside each other: two installations at a time would trip over each other. */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM = await provideBrowser();
  process.env.STRACE = provideStrace() ? 'yes' : 'no';
}
