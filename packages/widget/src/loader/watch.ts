import type { Page } from '../page.ts';
import { outboxKey, storage } from '../storage.ts';
import { watchAttributes } from '../trigger/attribute.ts';
import { watchAddress } from '../trigger/url.ts';
import type { Watcher } from '../trigger/watcher.ts';
import type { Vivencia } from './vivencia.ts';

/** Watches the page for what its site's triggers name, and once for what an earlier page could not deliver. */
export function watch(page: Page, vivencia: Vivencia, watchers: Watcher[]): void {
  for (const watcher of [watchAttributes, watchAddress, ...watchers]) {
    try {
      watcher(
        page.settings.touchpoints,
        (...ended) => vivencia('trigger', ...ended),
        () => vivencia('likely'),
      );
    } catch (problem) {
      vivencia('fail', problem);
    }
  }
  const resume = () => {
    try {
      if (page.consent && storage().getItem(outboxKey)) vivencia('resume');
    } catch {
      // Nothing is kept where storage cannot be read.
    }
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(resume);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle);
}
