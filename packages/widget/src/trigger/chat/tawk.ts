import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { eachEnd } from './eachEnd.ts';
import { whenPresent } from './whenPresent.ts';

type Slot = 'onChatStarted' | 'onChatEnded';
type Tawk = { [slot in Slot]?: unknown };

export const fidelity: Fidelity = 'ended';

/** tawk.to. It has one slot for each callback, which the page may fill before or after us. https://developer.tawk.to/jsapi */
export const tawk: ChatAdapter = (...told) => {
  const [started, ended] = eachEnd(...told);
  whenPresent<Tawk>('Tawk_API', (chat) => {
    chain(chat, 'onChatStarted', started);
    chain(chat, 'onChatEnded', ended);
  });
};

function chain(chat: Tawk, slot: Slot, heard: () => void) {
  let page = chat[slot];
  Object.defineProperty(chat, slot, {
    configurable: true,
    enumerable: true,
    // Each reader gets what the page has set by then: a page that chains too would otherwise call itself.
    get() {
      const handler = page;
      return function (this: unknown, ...args: unknown[]) {
        heard();
        return typeof handler === 'function' ? handler.apply(this, args) : undefined;
      };
    },
    set(handler) {
      page = handler;
    },
  });
}
