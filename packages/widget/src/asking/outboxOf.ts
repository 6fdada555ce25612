import { responsesPath } from '@vivencia/contract/endpoint';
import { createOutbox, type Outbox } from '../delivery/outbox.ts';
import { post } from '../delivery/post.ts';
import type { Page } from '../page.ts';
import { pass } from './pass.ts';

const outboxes = new WeakMap<Page, Outbox>();
const watched = new WeakSet<Page>();

/** The page's outbox, made when there is something to deliver. */
export function outboxOf(page: Page): Outbox {
  let outbox = outboxes.get(page);
  if (!outbox) {
    const { collector, site } = page.settings;
    outbox = createOutbox({
      address: collector + responsesPath,
      site,
      post,
      tell: page.tell,
      drop: ({ touchpoint, test }) => test || pass(page, { touchpoint, outcome: 'suppressed', reason: 'offline' }),
    });
    outboxes.set(page, outbox);
    sendOnLeave(page);
  }
  return outbox;
}

/** When the page is left, sends what is not delivered, and that its prompt was left. */
export function sendOnLeave(page: Page): void {
  if (watched.has(page)) return;
  watched.add(page);
  // Not unload: a listener for it keeps the page out of the back/forward cache.
  addEventListener('pagehide', () => {
    page.abandon?.();
    outboxOf(page).leave();
  });
}
