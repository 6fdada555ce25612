import type { ChatProduct } from '@vivencia/contract/touchpoint';
import { vi } from 'vitest';

/** A stand-in of a chat product that has been loaded, as its documentation describes it. */
export interface Product {
  /** The visitor opens the panel and has a conversation. */
  talk(conversation: string): void;
  /** The conversation ends; where only the panel is known, it is closed. */
  end(conversation: string): void;
  /** The page's own handler of the same event. */
  onEnd(handler: () => void): void;
  panel?(to: 'open' | 'close'): void;
  become?(status: string): void;
}

interface Stage {
  /** The name of the window's property. */
  global: string;
  /** Whether it tells the id of a conversation. */
  hasId: boolean;
  /** Whether only its panel is known. */
  panel: boolean;
  /** Whether it keeps only the last handler of an event. */
  slots?: boolean;
  /** Its script is loaded; a conversation may go on from another page. */
  come(conversation?: string): Product;
  /** The page has its snippet; the returned function loads the script, which takes the queue over. */
  queue?(): () => Product;
}

type Handler = (...told: unknown[]) => void;
const page = window as unknown as Record<string, unknown>;
/** So long that a conversation is taken for granted where nothing tells of messages. */
const wait = () => vi.advanceTimersByTime(31_000);

const emitter = () => {
  const handlers: Record<string, Handler[]> = {};
  const on = (event: string, handler: Handler) => {
    handlers[event] = [...(handlers[event] ?? []), handler];
  };
  const emit = (event: string, ...told: unknown[]) => {
    for (const handler of handlers[event] ?? []) handler(...told);
  };
  return { on, emit };
};

/** Products of one function, `name(subject, event, handler)`, whose snippet queues calls until the script comes. */
const called = (
  global: string,
  listen: (...call: unknown[]) => [event: string, handler: Handler],
  act: (emit: (event: string, ...told: unknown[]) => void, on: (event: string, handler: Handler) => void) => Product,
): Pick<Stage, 'global' | 'come' | 'queue'> => {
  const come = (calls: unknown[][] = []) => {
    const { on, emit } = emitter();
    const api = (...call: unknown[]) => on(...listen(...call));
    for (const call of calls) api(...call);
    page[global] = api;
    return act(emit, on);
  };
  return {
    global,
    come: () => come(),
    queue() {
      const calls: unknown[][] = [];
      page[global] = (...call: unknown[]) => void calls.push(call);
      return () => come(calls);
    },
  };
};

const zendeskCall = (_: unknown, event: unknown, handler: unknown) => [event, handler] as [string, Handler];

/** Products by name. */
export const products: Record<ChatProduct, Stage> = {
  // https://developers.hubspot.com/docs/api-reference/conversations-chat-configuration/chat-widget-sdk
  hubspot: {
    global: 'HubSpotConversations',
    hasId: true,
    panel: false,
    come() {
      const { on, emit } = emitter();
      page.HubSpotConversations = { on };
      const told = (conversationId: string) => ({ conversation: { conversationId } });
      return {
        talk: (id) => emit('conversationStarted', told(id)),
        end: (id) => emit('conversationClosed', told(id)),
        onEnd: (handler) => on('conversationClosed', handler),
      };
    },
  },
  // https://developer.tawk.to/jsapi
  tawk: {
    global: 'Tawk_API',
    hasId: false,
    panel: false,
    slots: true,
    come() {
      page.Tawk_API ??= {};
      const api = page.Tawk_API as Record<string, unknown>;
      const call = (slot: string) => {
        const handler = api[slot];
        if (typeof handler === 'function') handler();
      };
      return {
        talk: () => call('onChatStarted'),
        end: () => call('onChatEnded'),
        onEnd(handler) {
          api.onChatEnded = handler;
        },
      };
    },
    queue() {
      page.Tawk_API = {};
      return () => products.tawk.come();
    },
  },
  // https://developer.zendesk.com/api-reference/widget/chat-api/
  zendesk: {
    hasId: false,
    panel: false,
    ...called('zE', zendeskCall, (emit, on) => ({
      talk: () => emit('chat:start'),
      end: () => emit('chat:end'),
      onEnd: (handler) => on('chat:end', handler),
    })),
  },
  // https://developer.zendesk.com/api-reference/widget-messaging/web/events/
  'zendesk-messenger': {
    hasId: true,
    panel: true,
    ...called('zE', zendeskCall, (emit, on) => ({
      talk(conversationId) {
        emit('open', { type: 'messagingOpened' });
        emit('conversationStarted', { type: 'conversationStarted', payload: { conversationId } });
      },
      end: () => emit('close', { type: 'messagingClosed' }),
      onEnd: (handler) => on('close', handler),
      panel: (to) => emit(to, {}),
    })),
  },
  // https://platform.text.com/docs/extending-chat-widget/javascript-api
  livechat: {
    global: 'LiveChatWidget',
    hasId: true,
    panel: false,
    come(conversation) {
      const { on, emit } = emitter();
      let threadId = conversation;
      let status = conversation ? 'chatting' : 'browsing';
      page.LiveChatWidget = {
        on(event: string, handler: Handler) {
          if (event === 'ready') handler({ state: {}, customerData: { status } });
          else on(event, handler);
        },
        get: (name: string) => (name === 'chat_data' ? { chatId: 'chat', threadId } : undefined),
      };
      const become = (next: string) => {
        status = next;
        emit('customer_status_changed', { status });
      };
      return {
        talk(id) {
          threadId = id;
          become('queued');
          become('chatting');
        },
        end: () => become('browsing'),
        onEnd: (handler) =>
          on('customer_status_changed', (told) => {
            if ((told as { status: string }).status === 'browsing') handler();
          }),
        become,
      };
    },
    queue() {
      const calls: [string, Handler][] = [];
      page.LiveChatWidget = {
        on: (...call: [string, Handler]) => void calls.push(call),
        get() {
          throw new Error("[LiveChatWidget] You can't use getters before load.");
        },
      };
      return () => {
        const product = products.livechat.come();
        for (const [event, handler] of calls) (page.LiveChatWidget as { on: Handler }).on(event, handler);
        return product;
      };
    },
  },
  // https://developers.intercom.com/installing-intercom/web/methods
  intercom: {
    hasId: false,
    panel: true,
    ...called(
      'Intercom',
      (method, handler) => [method as string, handler as Handler],
      (emit, on) => ({
        talk() {
          emit('onShow');
          wait();
        },
        end: () => emit('onHide'),
        onEnd: (handler) => on('onHide', handler),
        panel: (to) => emit(to === 'open' ? 'onShow' : 'onHide'),
      }),
    ),
  },
  // https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp/
  crisp: {
    global: '$crisp',
    hasId: false,
    panel: true,
    come() {
      const { on, emit } = emitter();
      let open = false;
      const panel = (to: 'open' | 'close') => {
        open = to === 'open';
        emit(open ? 'chat:opened' : 'chat:closed');
        vi.advanceTimersByTime(1_000);
      };
      page.$crisp = {
        push: ([, event, handler]: [string, string, Handler]) => on(event, handler),
        is: (state: string) => (state === 'chat:opened') === open,
      };
      return {
        talk() {
          panel('open');
          wait();
        },
        end() {
          if (open) panel('close');
        },
        onEnd: (handler) => (page.$crisp as { push: Handler }).push(['on', 'chat:closed', handler]),
        panel,
      };
    },
    queue() {
      page.$crisp = [];
      return () => products.crisp.come();
    },
  },
  // https://www.chatwoot.com/hc/user-guide/articles/1677587234-how-to-send-additional-user-information-to-chatwoot-using-sdk
  chatwoot: {
    global: '$chatwoot',
    hasId: true,
    panel: true,
    come() {
      const dispatch = (event: string, detail?: unknown) =>
        window.dispatchEvent(new CustomEvent(`chatwoot:${event}`, { detail }));
      return {
        talk(conversation_id) {
          dispatch('opened');
          dispatch('on-message', { event: 'onEvent', data: { message_type: 0, conversation_id } });
        },
        end: () => dispatch('closed'),
        onEnd: (handler) => addEventListener('chatwoot:closed', handler, { once: true }),
        panel: (to) => dispatch(to === 'open' ? 'opened' : 'closed'),
      };
    },
  },
  // https://developer.helpscout.com/beacon-2/web/javascript-api/
  helpscout: {
    hasId: false,
    panel: true,
    ...called(
      'Beacon',
      (_, event, handler) => [event as string, handler as Handler],
      (emit, on) => ({
        talk() {
          emit('open');
          emit('chat-started', { name: 'Ada', email: 'ada@shop.example' });
        },
        end: () => emit('close'),
        onEnd: (handler) => on('close', handler),
        panel: (to) => emit(to),
      }),
    ),
  },
};
