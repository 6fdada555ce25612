// @vitest-environment happy-dom
import type { Trigger } from '@vivencia/contract/touchpoint';
import { expect, test, vi } from 'vitest';
import type { TriggerOptions } from '../../../packages/widget/src/ask.ts';
import { optionsIn, watchEvents } from '../../../packages/widget/src/trigger/event.ts';

let names = 0;

/** Watches for an event that no other test dispatches. */
const watch = (...touchpoints: string[]) => {
  const name = `done:${names++}`;
  const ended = vi.fn();
  const rule: Trigger = { on: 'event', name };
  watchEvents(
    Object.fromEntries(touchpoints.map((key) => [key, { version: 1, triggers: [{ on: 'purchase' }, rule] }])),
    ended,
    () => {},
  );
  return { name, ended };
};

test.each<[string, (parent: HTMLElement) => EventTarget, boolean]>([
  ['the window', () => window, false],
  ['the document', () => document, false],
  ['an element', (parent) => parent, true],
  ['an element within', (parent) => parent.appendChild(document.createElement('b')), true],
])('an event of %s is heard once, whether it bubbles or not', (_, from, isElement) => {
  for (const bubbles of [true, false]) {
    const { name, ended } = watch('order');
    const target = from(document.body.appendChild(document.createElement('p')));
    target.dispatchEvent(new CustomEvent(name, { bubbles, detail: { interaction: 'o1' } }));
    expect(ended.mock.calls).toEqual([['order', { interaction: 'o1' }, isElement ? target : undefined]]);
  }
});

test('a page that stops it on its way up does not stop us', () => {
  const { name, ended } = watch('order');
  document.body.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
  document.body.dispatchEvent(new Event(name));
  expect(ended.mock.calls).toEqual([['order', {}, document.body]]);
});

test('two touchpoints may wait for the same event', () => {
  const { name, ended } = watch('order', 'delivery');
  window.dispatchEvent(new Event(name));
  expect(ended.mock.calls.map(([touchpoint]) => touchpoint)).toEqual(['order', 'delivery']);
});

test('each event is an end', () => {
  const { name, ended } = watch('order');
  for (const interaction of [1, 2]) window.dispatchEvent(new CustomEvent(name, { detail: { interaction } }));
  expect(ended.mock.calls.map(([, options]) => options.interaction)).toEqual([1, 2]);
});

class Order {
  interaction = 'o1';
}
const endedAt = new Date();
const all: TriggerOptions = { interaction: 7, segment: { plan: 'pro' }, unexpected: true, endedAt, locale: 'ca' };

test.each<[string, unknown, object]>([
  ['everything that may be said', all, all],
  ['nothing else', { interaction: 'o1', forced: true, delayMs: 0, container: {}, price: 9 }, { interaction: 'o1' }],
  ['false, 0', { unexpected: false, interaction: 0 }, { interaction: 0, unexpected: false }],
  ['not what is named only', { unexpected: undefined, locale: null }, {}],
  ['nothing of a class of the page', new Order(), {}],
  ['nothing of a list', [{ interaction: 'o1' }], {}],
  ['nothing of a text', 'o1', {}],
  ['nothing of null', null, {}],
  ['nothing of undefined', undefined, {}],
  [
    'nothing of a trap',
    {
      get interaction() {
        throw new Error('trap');
      },
    },
    {},
  ],
])('of a detail is taken: %s', (_, detail, options) => {
  expect(optionsIn(detail)).toEqual(options);
  expect(Object.keys(optionsIn(detail))).toEqual(Object.keys(options));
});
