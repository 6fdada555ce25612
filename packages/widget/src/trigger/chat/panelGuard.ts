import type { ConversationEnded } from './chatAdapter.ts';

/** Who closes the panel by mistake opens it again. */
const reopenMs = 2_000;
/** Without an id nobody can tell one conversation from the next; after so long a pause it is taken for another. */
const pauseMs = 30 * 60_000;

/**
 * Makes ends of what a panel does: there was a conversation, then the panel was closed and stayed so. Each is told once,
 * however often the product tells its events.
 *
 * @returns what to call when the panel was opened; when a message, or whatever else, shows that there is a conversation,
 *   with the product's id of it; and when the panel was closed
 */
export function panelGuard(ended: ConversationEnded, likely: () => void) {
  const closedAt = new Map<string | undefined, number>();
  let conversation: string | undefined;
  let hasTalked = false;
  let wait: ReturnType<typeof setTimeout>;
  const opened = () => {
    clearTimeout(wait);
    likely();
  };
  const talked = (id?: string | number) => {
    if (id) conversation = `${id}`;
    hasTalked = true;
  };
  const closed = () => {
    clearTimeout(wait);
    const now = Date.now();
    wait = setTimeout(() => {
      if (!hasTalked) return;
      hasTalked = false;
      const before = closedAt.get(conversation);
      closedAt.set(conversation, now);
      if (!before || (!conversation && now - before > pauseMs)) ended(conversation, now);
    }, reopenMs);
  };
  return [opened, talked, closed] as const;
}
