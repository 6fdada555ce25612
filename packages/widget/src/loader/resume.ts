import type { Page } from '../page.ts';
import { outboxPrefix, storage } from '../storage.ts';
import type { Run } from './run.ts';

/**
 * Once the page is idle, and where there is consent: looks whether an earlier page could not deliver something, and
 * whether a backend vouches for the person who is there, for then it may want them to be asked.
 */
export function resume(page: Page, run: Run): void {
  const look = () => {
    try {
      const isWanted = () =>
        page.known?.signature ||
        Object.keys(storage())
          .join()
          .includes(outboxPrefix + page.settings.site);
      if (page.consent && isWanted()) run('resume');
    } catch {
      // Nothing is kept where storage cannot be read.
    }
  };
  (window.requestIdleCallback ?? setTimeout)(look);
}
