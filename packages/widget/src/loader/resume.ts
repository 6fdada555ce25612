import type { Page } from '../page.ts';
import { outboxPrefix, storage } from '../storage.ts';
import type { Run } from './commands.ts';

/** Once the page has loaded and is idle, looks for what an earlier page could not deliver. */
export function resume({ consent }: Page, run: Run): void {
  const look = () => {
    try {
      if (consent && Object.keys(storage()).some((name) => name.startsWith(outboxPrefix))) run('resume');
    } catch {
      // Nothing is kept where storage cannot be read.
    }
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(look);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle);
}
