import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { panelGuard } from './panelGuard.ts';
import { whenPresent } from './whenPresent.ts';

type Zendesk = (
  subject: 'messenger:on',
  event: string,
  heard: (told?: { payload?: { conversationId?: string } }) => void,
) => void;

export const fidelity: Fidelity = 'panel';

/**
 * Zendesk's messaging Web Widget. Unread messages show no conversation: proactive ones are unread too.
 * https://developer.zendesk.com/api-reference/widget-messaging/web/events/
 */
export const zendeskMessenger: ChatAdapter = (...told) => {
  const [opened, talked, closed] = panelGuard(...told);
  whenPresent<Zendesk>('zE', (zE) => {
    zE('messenger:on', 'open', opened);
    zE('messenger:on', 'close', closed);
    for (const event of ['conversationStarted', 'conversationWithAgentRequested', 'conversationAgentAssigned'])
      zE('messenger:on', event, (told) => talked(told?.payload?.conversationId));
  });
};
