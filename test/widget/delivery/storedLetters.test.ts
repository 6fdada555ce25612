// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Letter } from '../../../packages/widget/src/delivery/letter.ts';
import { forget, nameOf, readLetter, store, storedNames } from '../../../packages/widget/src/delivery/storedLetters.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const site = 'pk_1';

const letterOf = (id: string, of = site): Letter => {
  const state = { site: of, id, revision: 1, touchpoint: 'checkout', status: 'shown' as const };
  return { name: nameOf(state), state, at: noon - 5_000, since: 0 };
};
const a = letterOf('a');
const read = (now: number) => storedNames(site).map((name) => readLetter(name, now, 1_000));

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

test('a letter is there for other pages, with its age, until it is forgotten', () => {
  expect(store(a, [a])).toBe(true);
  expect(read(noon)).toEqual([{ ...a, since: 1_000 - 5_000 }]);
  forget(a.name);
  expect(localStorage).toHaveLength(0);
});

test('a clock that was set back makes no age below nothing', () => {
  store(a, [a]);
  expect(read(noon - 3_600_000)[0]?.since).toBe(1_000);
});

test('letters of another site, and what is not ours, stay untouched', () => {
  localStorage.setItem('cart', '[]');
  localStorage.setItem('vivencia', '{}');
  const other = letterOf('a', 'pk_10');
  store(other, [other]);
  expect(storedNames(site)).toEqual([]);
  expect(localStorage).toHaveLength(3);
});

test.each([
  '',
  'null',
  '7',
  '"x"',
  '[]',
  '{',
  '{}',
  '{"site":"pk_1","id":"a"}',
  '{"site":"pk_1","id":"b","revision":1}',
  '{"site":"pk_1","id":"a","revision":2}',
  JSON.stringify({ ...a.state, comment: 'x'.repeat(30_000) }),
])('garbage is no letter: %.40s', (garbage) => {
  localStorage.setItem(a.name, garbage);
  expect(readLetter(a.name, noon, 0)).toBeUndefined();
});

test('one without a moment is as old as now', () => {
  localStorage.setItem(a.name, JSON.stringify({ ...a.state, at: 'noon' }));
  expect(readLetter(a.name, noon, 1_000)?.since).toBe(1_000);
});

test('with Global Privacy Control nothing outlives the visit', () => {
  vi.stubGlobal('navigator', { globalPrivacyControl: true });
  store(a, [a]);
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(1);
  expect(read(noon)).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['absent', null],
  ['undefined', undefined],
  [
    'broken',
    new Proxy(
      {},
      {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
        ownKeys() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      },
    ),
  ],
])('storage that is %s keeps nothing and throws nothing', (_, storage) => {
  vi.stubGlobal('localStorage', storage);
  expect(store(a, [a])).toBe(false);
  expect(storedNames(site)).toEqual([]);
  expect(readLetter(a.name, noon, 0)).toBeUndefined();
  expect(() => forget(a.name)).not.toThrow();
});

/** Holds so many names and no more, as a full storage does. */
const roomFor = (most: number) => {
  const kept = new Map<string, string>();
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        setItem(name: string, text: string) {
          if (!kept.has(name) && kept.size >= most) throw new DOMException('full', 'QuotaExceededError');
          kept.set(name, text);
        },
        removeItem: (name: string) => kept.delete(name),
      },
      {
        ownKeys: () => [...kept.keys()],
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
      },
    ),
  );
  return () => [...kept.keys()].map((name) => name.split(' ')[2]);
};

test('a full storage keeps what matters most', () => {
  const [b, c] = [letterOf('b'), letterOf('c')];
  const kept = roomFor(2);
  store(a, [a]);
  store(b, [a, b]);
  expect(store(c, [c, b, a])).toBe(true);
  expect(kept()).toEqual(['c', 'b']);
  expect(store(a, [c, b, a])).toBe(false);
  expect(kept()).toEqual(['c', 'b']);
});
