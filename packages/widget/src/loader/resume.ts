import type { Page } from '../page.ts';
import { outboxPrefix, storage } from '../storage.ts';
import type { Run } from './run.ts';

/** Once the page is idle, looks for what an earlier page could not deliver. */
export function resume(page: Page, run: Run): void {
  const look = () => {
    try {
      const own = `${outboxPrefix + page.settings.site} `;
      if (page.consent && Object.keys(storage()).some((name) => name.startsWith(own))) run('deliver');
    } catch {
      // Nothing is kept where storage cannot be read.
    }
  };
  (window.requestIdleCallback ?? setTimeout)(look);
}
