import type { ChatAdapter } from './chatAdapter.ts';
import { panelGuard } from './panelGuard.ts';

/** So long a look is taken for a conversation: a greeting is read in less. */
const conversationMs = 30_000;

/** The guard of a panel whose product tells nothing of messages: whether there was a conversation, its time open says. */
export function silentPanel(...told: Parameters<ChatAdapter>) {
  const guard = panelGuard(...told);
  let open: ReturnType<typeof setTimeout> | undefined;
  return {
    opened() {
      guard.opened();
      open ??= setTimeout(guard.talked, conversationMs);
    },
    closed() {
      clearTimeout(open);
      open = undefined;
      guard.closed();
    },
  };
}
