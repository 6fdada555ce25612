import type { ChatAdapter } from './chatAdapter.ts';

/** Who closes the panel by mistake opens it again. */
const reopenMs = 2_000;
/** Without an id nobody can tell one conversation from the next; after so long a pause it is taken for another. */
const pauseMs = 30 * 60_000;

/**
 * Makes ends of what a panel does: there was a conversation, then the panel was closed and stayed so. Each is told once,
 * however often the product tells its events.
 */
export function panelGuard(...[ended, likely]: Parameters<ChatAdapter>) {
  const toldAt = new Map<string | undefined, number>();
  let conversation: string | undefined;
  let talked = false;
  let wait: ReturnType<typeof setTimeout>;
  return {
    opened() {
      clearTimeout(wait);
      likely();
    },
    /** A message, or whatever else shows that there is a conversation; with the product's id of it. */
    talked(id?: string | number) {
      if (id) conversation = `${id}`;
      talked = true;
    },
    closed() {
      clearTimeout(wait);
      const now = Date.now();
      wait = setTimeout(() => {
        if (!talked) return;
        talked = false;
        const before = toldAt.get(conversation);
        toldAt.set(conversation, now);
        if (!before || (!conversation && now - before > pauseMs)) ended(conversation, now);
      }, reopenMs);
    },
  };
}
