import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { eachEnd } from './eachEnd.ts';
import { whenPresent } from './whenPresent.ts';

interface LiveChat {
  on(event: 'ready', heard: (told?: { customerData?: { status?: string } }) => void): void;
  on(event: 'customer_status_changed', heard: (told?: { status?: string }) => void): void;
  get(name: 'chat_data'): { threadId?: string } | undefined;
}

/** A visitor who was chatting is browsing again. */
export const fidelity: Fidelity = 'inferred';

/** LiveChat. https://platform.text.com/docs/extending-chat-widget/javascript-api */
export const livechat: ChatAdapter = (...told) => {
  const [started, ended] = eachEnd(...told);
  let chatting = false;
  let thread: string | undefined;
  whenPresent<LiveChat>('LiveChatWidget', (chat) => {
    const become = (status: string | undefined) => {
      if (status === 'chatting') {
        chatting = true;
        started();
        try {
          thread = chat.get('chat_data')?.threadId;
        } catch {
          thread = undefined;
        }
      } else if (chatting && status === 'browsing') {
        chatting = false;
        ended(thread);
      }
    };
    // A chat goes on from page to page.
    chat.on('ready', (told) => become(told?.customerData?.status));
    chat.on('customer_status_changed', (told) => become(told?.status));
  });
};
