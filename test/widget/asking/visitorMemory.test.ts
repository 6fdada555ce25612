// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { forget, recall, remember } from '../../../packages/widget/src/asking/visitorMemory.ts';
import type { Page } from '../../../packages/widget/src/page.ts';
import { memoryKey } from '../../../packages/widget/src/storage.ts';

const page = () => ({}) as Page;
const memory = { checkout: Date.UTC(2026, 10, 22) };

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

test('what is remembered is there on the next page', () => {
  remember(page(), memory);
  expect(recall(page())).toEqual(memory);
});

test('reading alone writes nothing', () => {
  recall(page());
  expect(localStorage).toHaveLength(0);
});

test.each(['', 'null', '7', '"x"', '[null]', '{"checkout":{}}', '{'])(
  'garbage in storage is survived: %s',
  (garbage) => {
    localStorage.setItem(memoryKey, garbage);
    expect(() => recall(page()).checkout).not.toThrow();
    expect(() => remember(page(), memory)).not.toThrow();
  },
);

test('with Global Privacy Control nothing outlives the visit', () => {
  vi.stubGlobal('navigator', { globalPrivacyControl: true });
  remember(page(), memory);
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(1);
});

test('where storage is full, the page still remembers', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  const here = page();
  remember(here, memory);
  expect(recall(here)).toEqual(memory);
});

test('where storage is forbidden, the page still remembers', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('forbidden', 'SecurityError');
    },
  });
  const here = page();
  const before = recall(here);
  remember(here, memory);
  const after = recall(here);
  Object.defineProperty(globalThis, 'localStorage', own);
  expect(before).toEqual({});
  expect(after).toEqual(memory);
});

test('what is forgotten is forgotten everywhere', () => {
  const here = { memory } as unknown as Page;
  remember(page(), memory);
  forget(here);
  expect([recall(here), recall(page())]).toEqual([{}, {}]);
});
