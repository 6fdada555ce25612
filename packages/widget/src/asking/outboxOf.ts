import { createOutbox, type Outbox } from '../delivery/outbox.ts';
import type { Page } from '../page.ts';
import { pass } from './pass.ts';

const outboxes = new WeakMap<Page, Outbox>();

/** The page's outbox, made when there is something to deliver. */
export function outboxOf(page: Page): Outbox {
  let outbox = outboxes.get(page);
  if (!outbox) {
    const { collector, site } = page.settings;
    const made = createOutbox({
      collector,
      site,
      tell: page.tell,
      drop: ({ touchpoint, test }) => test || pass(page, { touchpoint, outcome: 'suppressed', reason: 'offline' }),
    });
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
