import type { ConversationEnded } from './chatAdapter.ts';
import { panelGuard } from './panelGuard.ts';

/** So long a look is taken for a conversation: a greeting is read in less. */
const conversationMs = 30_000;

/**
 * The guard of a panel whose product tells nothing of messages: whether there was a conversation, its time open says.
 *
 * @returns what to call when the panel was opened, and when it was closed
 */
export function silentPanel(ended: ConversationEnded, likely: () => void) {
  const [opened, talked, closed] = panelGuard(ended, likely);
  let open: ReturnType<typeof setTimeout>;
  return [
    () => {
      opened();
      clearTimeout(open);
      open = setTimeout(talked, conversationMs);
    },
    () => {
      clearTimeout(open);
      closed();
    },
  ] as const;
}
