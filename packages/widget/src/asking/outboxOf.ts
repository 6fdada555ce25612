import { createOutbox, type Outbox } from '../delivery/outbox.ts';
import type { Page } from '../page.ts';

const outboxes = new WeakMap<Page, Outbox>();

/** The page's outbox, made when there is something to deliver. */
export function outboxOf(page: Page): Outbox {
  let outbox = outboxes.get(page);
  if (!outbox) {
    const made = createOutbox(page.settings.collector);
    outboxes.set(page, made);
    outbox = made;
    // Not unload: a listener for it keeps the page out of the back/forward cache.
    addEventListener('pagehide', () => {
      page.abandon?.();
      made.leave();
    });
  }
  return outbox;
}
