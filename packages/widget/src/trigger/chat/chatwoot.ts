import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { panelGuard } from './panelGuard.ts';

interface Message {
  message_type?: number;
  conversation_id?: number;
}

/** `message_type` of what the visitor writes. A campaign's message opens the panel as well, but nobody answered it. */
const byVisitor = 0;

export const fidelity: Fidelity = 'panel';

/** Chatwoot 4.2 and later: before, it did not tell that its panel was closed. https://www.chatwoot.com/hc/user-guide/articles/1677587234-how-to-send-additional-user-information-to-chatwoot-using-sdk */
export const chatwoot: ChatAdapter = (...told) => {
  const [opened, talked, closed] = panelGuard(...told);
  addEventListener('chatwoot:opened', opened);
  addEventListener('chatwoot:closed', closed);
  addEventListener('chatwoot:on-message', (event) => {
    const { detail } = event as CustomEvent<(Message & { data?: Message }) | undefined>;
    const message = detail?.data ?? detail;
    if (message?.message_type === byVisitor) talked(message.conversation_id);
  });
};
