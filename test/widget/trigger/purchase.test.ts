// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { ecommerceEvent, watchPurchases } from '../../../packages/widget/src/trigger/purchase.ts';
import type { Ended } from '../../../packages/widget/src/trigger/watcher.ts';

const page = window as unknown as { dataLayer?: unknown };
let ended: Mock<Ended>;
let likely: Mock<() => void>;

// https://developers.google.com/analytics/devguides/collection/ga4/ecommerce?client_type=gtm
const bought = (transaction_id?: unknown) => ({ event: 'purchase', ecommerce: { transaction_id, value: 9 } });
/** What gtag pushes. https://developers.google.com/tag-platform/devguides/datalayer */
function gtag(..._: unknown[]) {
  // biome-ignore lint/complexity/noArguments: gtag pushes its arguments object.
  return arguments;
}
const asked = () => ended.mock.calls.map(([touchpoint, options]) => [touchpoint, options?.interaction]);
const watch = () =>
  watchPurchases({ order: { version: 1, triggers: [{ on: 'purchase' }] }, other: { version: 1 } }, ended, likely);
const layer = () => page.dataLayer as unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  ended = vi.fn();
  likely = vi.fn();
  page.dataLayer = [];
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(window, 'dataLayer');
});

test.each<[string, object, unknown, string | undefined]>([
  ['an object', bought('T1'), 'purchase', 'T1'],
  ['a number for an id', bought(12), 'purchase', '12'],
  ['the id beside the event', { event: 'purchase', transaction_id: 'T1' }, 'purchase', 'T1'],
  ['no id', bought(), 'purchase', undefined],
  ['an empty id', bought(''), 'purchase', undefined],
  ['cleared e-commerce', { event: 'purchase', ecommerce: null }, 'purchase', undefined],
  ['arguments of gtag', gtag('event', 'purchase', { transaction_id: 'T1' }), 'purchase', 'T1'],
  ['arguments without parameters', gtag('event', 'purchase'), 'purchase', undefined],
  ['another call of gtag', gtag('config', 'purchase'), undefined, undefined],
])('an entry is understood: %s', (_, entry, name, transaction) => {
  expect(ecommerceEvent(entry)).toEqual({ name, transaction });
});

test('what was pushed before is replayed, what is pushed later is heard', () => {
  layer().push({ event: 'page_view' }, bought('T1'));
  watch();
  layer().push(gtag('event', 'purchase', { transaction_id: 'T2' }), bought('T3'));
  expect(asked()).toEqual([
    ['order', 'T1'],
    ['order', 'T2'],
    ['order', 'T3'],
  ]);
});

test('a transaction is asked about once, however it is pushed', () => {
  layer().push(bought('12'));
  watch();
  layer().push(bought('12'), bought(12), gtag('event', 'purchase', { transaction_id: '12' }));
  expect(asked()).toEqual([['order', '12']]);
});

test('purchases without an id are asked about once per push', () => {
  layer().push(bought());
  watch();
  layer().push(bought());
  vi.advanceTimersByTime(5_000);
  expect(asked()).toEqual([
    ['order', undefined],
    ['order', undefined],
  ]);
});

test('a checkout that begins makes a purchase likely', () => {
  watch();
  layer().push({ event: 'add_to_cart' });
  expect(likely).not.toHaveBeenCalled();
  layer().push({ event: 'begin_checkout' }, gtag('event', 'add_payment_info', {}));
  expect([likely.mock.calls.length, asked()]).toEqual([2, []]);
});

/** As Google Tag Manager does: https://github.com/google/data-layer-helper/blob/main/src/helper/data-layer-helper.js */
const tagManager = () => {
  const processed: unknown[] = [...layer()];
  const own = layer();
  const { push } = own;
  own.push = (...entries: unknown[]) => {
    push.apply(own, entries);
    processed.push(...entries);
    return 42;
  };
  return processed;
};

test.each(['before', 'after'])('a tag manager that wraps push %s us goes on', (order) => {
  let processed: unknown[] = [];
  if (order === 'before') processed = tagManager();
  watch();
  if (order === 'after') processed = tagManager();
  const entries = [bought('T1'), { event: 'scroll' }];
  expect(layer().push(...entries)).toBe(42);
  expect([processed, [...layer()], asked()]).toEqual([entries, entries, [['order', 'T1']]]);
});

test('push is wrapped once', () => {
  watch();
  const { push } = layer();
  vi.advanceTimersByTime(5_000);
  expect(layer().push).toBe(push);
});

test('push returns the length, as ever', () => {
  watch();
  expect([layer().push({}, {}), layer().push()]).toEqual([2, 2]);
});

test('an array that comes later is found, with what is in it', () => {
  Reflect.deleteProperty(window, 'dataLayer');
  watch();
  page.dataLayer = [bought('T1')];
  vi.advanceTimersByTime(1_000);
  layer().push(bought('T2'));
  expect(asked().map(([, id]) => id)).toEqual(['T1', 'T2']);
});

test('an array that takes the place of another is found; neither the old one nor what was copied is lost or doubled', () => {
  const old = layer();
  watch();
  old.push(bought('T1'), bought());
  page.dataLayer = [...old, bought('T2')];
  vi.advanceTimersByTime(1_000);
  old.push(bought('T3'));
  layer().push(bought('T4'));
  page.dataLayer = old;
  vi.advanceTimersByTime(3_000);
  old.push(bought('T5'));
  expect(asked().map(([, id]) => id)).toEqual(['T1', undefined, 'T2', 'T3', 'T4', 'T5']);
});

test('entries that cannot be read disturb nobody', () => {
  watch();
  const trap = new Proxy({}, { get: () => expect.unreachable() });
  const entries = [null, undefined, 'purchase', 7, () => {}, trap, Symbol('s'), bought('T1')];
  expect(layer().push(...entries)).toBe(entries.length);
  expect(asked()).toEqual([['order', 'T1']]);
});

test.each<[string, unknown]>([
  ['a text', 'dataLayer'],
  ['an object', { push() {} }],
  ['frozen', Object.freeze([bought('T1')])],
  ['null', null],
])('a dataLayer that is %s disturbs nobody', (_, odd) => {
  page.dataLayer = odd;
  watch();
  vi.advanceTimersByTime(2_000);
  page.dataLayer = [bought('T2')];
  vi.advanceTimersByTime(1_000);
  expect(asked().at(-1)).toEqual(['order', 'T2']);
});

test('a dataLayer that throws when it is read disturbs nobody', () => {
  Object.defineProperty(window, 'dataLayer', { configurable: true, get: () => expect.unreachable() });
  expect(watch).not.toThrow();
  expect(() => vi.advanceTimersByTime(2_000)).not.toThrow();
});

test('what push itself throws is the page’s to see', () => {
  layer().push = () => {
    throw new Error('full');
  };
  watch();
  expect(() => layer().push(bought('T1'))).toThrow('full');
});
