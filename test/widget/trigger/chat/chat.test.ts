// @vitest-environment happy-dom
import { type ChatProduct, chatProducts } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import type { ChatAdapter, ConversationEnded } from '../../../../packages/widget/src/trigger/chat/chatAdapter.ts';
import { chatwoot } from '../../../../packages/widget/src/trigger/chat/chatwoot.ts';
import { crisp } from '../../../../packages/widget/src/trigger/chat/crisp.ts';
import { helpscout } from '../../../../packages/widget/src/trigger/chat/helpscout.ts';
import { hubspot } from '../../../../packages/widget/src/trigger/chat/hubspot.ts';
import { intercom } from '../../../../packages/widget/src/trigger/chat/intercom.ts';
import { livechat } from '../../../../packages/widget/src/trigger/chat/livechat.ts';
import { tawk } from '../../../../packages/widget/src/trigger/chat/tawk.ts';
import { watchChat } from '../../../../packages/widget/src/trigger/chat/watchChat.ts';
import { zendesk } from '../../../../packages/widget/src/trigger/chat/zendesk.ts';
import { zendeskMessenger } from '../../../../packages/widget/src/trigger/chat/zendesk-messenger.ts';
import { type Product, products } from './products.ts';

const adapters: Record<ChatProduct, ChatAdapter> = {
  hubspot,
  tawk,
  zendesk,
  'zendesk-messenger': zendeskMessenger,
  livechat,
  intercom,
  crisp,
  chatwoot,
  helpscout,
};
const globals = ['HubSpotConversations', 'Tawk_API', 'zE', 'LiveChatWidget', 'Intercom', '$crisp', 'Beacon'];

let ended: Mock<ConversationEnded>;
let likely: Mock<() => void>;
const ends = () => ended.mock.calls.map(([interaction]) => interaction);
/** Long enough for every look, and for a panel to stay closed. */
const aWhile = () => vi.advanceTimersByTime(5_000);

beforeEach(() => {
  vi.useFakeTimers();
  ended = vi.fn();
  likely = vi.fn();
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  for (const name of globals) Reflect.deleteProperty(window, name);
});

const each = chatProducts.map((product) => [product, products[product]] as const);

describe.each(each)('%s', (product, stage) => {
  const start = () => adapters[product](ended, likely);
  const id = (conversation: string) => (stage.hasId ? conversation : undefined);
  /** A conversation from its first word to its end. */
  const converse = (chat: Product, conversation: string) => {
    chat.talk(conversation);
    chat.end(conversation);
    aWhile();
  };

  test.each<[string, () => Product]>([
    [
      'has come before',
      () => {
        const chat = stage.come();
        start();
        return chat;
      },
    ],
    [
      'comes later',
      () => {
        start();
        vi.advanceTimersByTime(60_000);
        const chat = stage.come();
        vi.advanceTimersByTime(60_000);
        return chat;
      },
    ],
    [
      'is a queue at first',
      () => {
        const chat = stage.queue?.();
        start();
        return chat?.() ?? stage.come();
      },
    ],
    [
      'is a queue later',
      () => {
        start();
        const chat = stage.queue?.();
        aWhile();
        return chat?.() ?? stage.come();
      },
    ],
  ])('its script %s: an end is told once', (_, come) => {
    const chat = come();
    aWhile();
    expect([ends(), likely.mock.calls.length]).toEqual([[], 0]);
    converse(chat, 'c1');
    expect(ends()).toEqual([id('c1')]);
    expect(likely).toHaveBeenCalled();
  });

  test('an end that is told twice, or by a script that was loaded twice, is one', () => {
    const first = stage.come();
    start();
    first.talk('c1');
    const second = stage.come();
    aWhile();
    for (const chat of [first, second]) chat.end('c1');
    for (const chat of [first, second]) chat.end('c1');
    aWhile();
    expect(ends()).toEqual([id('c1')]);
  });

  test('the next conversation has its own end', () => {
    const chat = stage.come();
    start();
    aWhile();
    converse(chat, 'c1');
    vi.advanceTimersByTime(31 * 60_000);
    converse(chat, 'c2');
    expect(ends()).toEqual([id('c1'), id('c2')]);
  });

  test('the handlers of the page go on, set before and after', () => {
    const chat = stage.come();
    const heard = [vi.fn(), vi.fn()];
    const off = heard.map((handler, after) => {
      if (after) {
        start();
        aWhile();
      }
      return chat.onEnd(handler);
    });
    converse(chat, 'c1');
    // A product with one slot has only the last handler, as it would without us.
    expect(heard.map(({ mock }) => mock.calls.length)).toEqual(stage.slots ? [0, 1] : [1, 1]);
    expect([ends(), off.length]).toEqual([[id('c1')], 2]);
  });

  test('nothing that the page left in its place disturbs', () => {
    const name = stage.global;
    const trap = new Proxy(() => {}, {
      get: () => {
        throw new Error('trap');
      },
      apply: () => {
        throw new Error('trap');
      },
    });
    for (const odd of [null, 0, 'chat', {}, [], document.createElement('div'), Object.freeze({}), trap]) {
      Object.defineProperty(window, name, { configurable: true, value: odd });
      expect(start).not.toThrow();
      expect(() => vi.advanceTimersByTime(20 * 60_000)).not.toThrow();
    }
    Object.defineProperty(window, name, {
      configurable: true,
      get() {
        throw new Error('trap');
      },
    });
    expect(start).not.toThrow();
    expect(() => vi.advanceTimersByTime(20 * 60_000)).not.toThrow();
    expect(ends()).toEqual([]);
  });

  test('a script that never comes is not waited for forever, and nothing is put in its place', () => {
    start();
    vi.advanceTimersByTime(20 * 60_000);
    expect([vi.getTimerCount(), globals.filter((name) => name in window)]).toEqual([0, []]);
  });

  if (stage.panel)
    test('a panel without a conversation, or opened again, is no end', () => {
      const chat = stage.come();
      start();
      aWhile();
      chat.panel?.('open');
      aWhile();
      chat.panel?.('close');
      aWhile();
      expect(ends()).toEqual([]);
      chat.talk('c1');
      chat.panel?.('close');
      chat.panel?.('close');
      chat.panel?.('open');
      aWhile();
      expect(ends()).toEqual([]);
      chat.panel?.('close');
      const closedAt = Date.now();
      aWhile();
      expect(ended.mock.calls.map(([, endedAt]) => Math.abs((endedAt as number) - closedAt) <= 1_000)).toEqual([true]);
    });

  test('touchpoints that wait for it are triggered, others not', () => {
    const chat = stage.come();
    const triggered = vi.fn();
    const other = chatProducts.find((each) => each !== product) as ChatProduct;
    watchChat(product, adapters[product])(
      {
        support: { version: 1, triggers: [{ on: 'purchase' }, { on: 'chat', product }] },
        sales: { version: 1, triggers: [{ on: 'chat', product }] },
        elsewhere: { version: 1, triggers: [{ on: 'chat', product: other }] },
        nothing: { version: 1 },
      },
      triggered,
      likely,
    );
    aWhile();
    converse(chat, 'c1');
    expect(triggered.mock.calls.map(([touchpoint, options]) => [touchpoint, options.interaction])).toEqual([
      ['support', id('c1')],
      ['sales', id('c1')],
    ]);
  });
});

test.each(chatProducts)('%s says how well it knows', async (product) => {
  const { fidelity } = await import(`../../../../packages/widget/src/trigger/chat/${product}.ts`);
  expect(fidelity).toBe(products[product].panel ? 'panel' : product === 'livechat' ? 'inferred' : 'ended');
});

test('HubSpot and LiveChat: the end of a conversation that began on another page is told', () => {
  const hub = products.hubspot.come();
  const live = products.livechat.come('c9');
  hubspot(ended, likely);
  livechat(ended, likely);
  hub.end('c8');
  live.end('c9');
  expect(ends()).toEqual(['c8', 'c9']);
});

test('LiveChat: to wait in the queue and give up is no conversation', () => {
  const chat = products.livechat.come();
  livechat(ended, likely);
  for (const status of ['invited', 'queued', 'browsing', 'invited']) chat.become?.(status);
  expect(ends()).toEqual([]);
});

test('tawk.to: a page that chains the slot itself, as we do, calls nobody twice', () => {
  const chat = products.tawk.come();
  const page = [vi.fn(), vi.fn()];
  chat.onEnd(page[0] as () => void);
  tawk(ended, likely);
  const api = (window as unknown as { Tawk_API: { onChatEnded(): void } }).Tawk_API;
  const before = api.onChatEnded;
  api.onChatEnded = () => {
    before();
    page[1]?.();
  };
  chat.end('c1');
  expect([page.map(({ mock }) => mock.calls.length), ends()]).toEqual([[1, 1], [undefined]]);
});

test('Chatwoot: a campaign’s message that nobody answered is no conversation', () => {
  const chat = products.chatwoot.come();
  chatwoot(ended, likely);
  const agents = { event: 'onEvent', data: { message_type: 1, conversation_id: 7 } };
  for (const detail of [agents, agents.data, null, 'hello'])
    window.dispatchEvent(new CustomEvent('chatwoot:on-message', { detail }));
  chat.panel?.('close');
  aWhile();
  expect(ends()).toEqual([]);
});

test('Crisp: its own handlers are never touched', () => {
  const chat = products.crisp.come();
  const push = vi.spyOn((window as unknown as { $crisp: { push(): void } }).$crisp, 'push');
  crisp(ended, likely);
  chat.talk('c1');
  chat.end('c1');
  aWhile();
  expect([push.mock.calls, ends()]).toEqual([[], [undefined]]);
});
