// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Ask, PageState } from '../../../packages/widget/src/ask.ts';
import { recall, storageKey } from '../../../packages/widget/src/loader/visitorMemory.ts';
import { remember } from '../../../packages/widget/src/prompt/remember.ts';

const page = (): PageState => ({ test: false, consent: true });
const askOn = (state: PageState) => ({ page: state, touchpoint: 'checkout', gapMinutes: 60, dailyCap: 3 }) as Ask;
const now = Date.UTC(2026, 10, 22);

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

test('what is remembered is there on the next page', () => {
  remember(askOn(page()), now, false);
  expect(recall(page())).toMatchObject({ [`checkout ${now}`]: now });
});

test('reading alone writes nothing', () => {
  recall(page());
  expect(localStorage).toHaveLength(0);
});

test.each(['', 'null', '7', '"x"', '[null]', '{"checkout":{}}', '{'])(
  'garbage in storage is survived: %s',
  (garbage) => {
    localStorage.setItem(storageKey, garbage);
    expect(() => recall(page()).checkout).not.toThrow();
    expect(() => remember(askOn(page()), now, true)).not.toThrow();
  },
);

test('with Global Privacy Control nothing outlives the visit', () => {
  vi.stubGlobal('navigator', { globalPrivacyControl: true });
  remember(askOn(page()), now, false);
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
  remember(askOn(here), now, false);
  expect(recall(here)).toMatchObject({ [`checkout ${now}`]: now });
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
  remember(askOn(here), now, false);
  const after = recall(here);
  Object.defineProperty(globalThis, 'localStorage', own);
  expect(before).toEqual({});
  expect(after).toMatchObject({ checkout: now + 30 * 86_400_000 });
});
