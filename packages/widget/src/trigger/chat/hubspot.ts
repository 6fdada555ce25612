import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { eachEnd } from './eachEnd.ts';
import { whenPresent } from './whenPresent.ts';

interface HubSpot {
  on(event: string, heard: (told?: { conversation?: { conversationId?: number } }) => void): void;
}

/** An agent marks the conversation as closed; that the visitor closes the panel is no end. */
export const fidelity: Fidelity = 'ended';

/**
 * HubSpot. Not through `hsConversationsOnReady`: a page that sets it after us would throw our entry away.
 * https://developers.hubspot.com/docs/api-reference/conversations-chat-configuration/chat-widget-sdk
 */
export const hubspot: ChatAdapter = (...told) => {
  const [started, ended] = eachEnd(...told);
  whenPresent<HubSpot>('HubSpotConversations', (chat) => {
    chat.on('conversationStarted', started);
    chat.on('conversationClosed', (closed) => ended(closed?.conversation?.conversationId));
  });
};
