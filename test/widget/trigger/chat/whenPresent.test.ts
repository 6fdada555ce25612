// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenPresent } from '../../../../packages/widget/src/trigger/chat/whenPresent.ts';

const page = window as unknown as Record<string, unknown>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(page, 'Vendor');
});

test('what is there is told at once and once, what takes its place as well', () => {
  const present = vi.fn();
  page.Vendor = 'queue';
  whenPresent('Vendor', present);
  expect(present.mock.calls).toEqual([['queue']]);
  vi.advanceTimersByTime(10_000);
  page.Vendor = 'real one';
  vi.advanceTimersByTime(20 * 60_000);
  expect(present.mock.calls).toEqual([['queue'], ['real one']]);
});

test('it is looked for often at first, then ever more rarely, for nine minutes', () => {
  const look = vi.fn();
  Object.defineProperty(page, 'Vendor', { configurable: true, get: look });
  whenPresent('Vendor', () => {});
  const looks = [1_000, 60_000, 480_000, 6_000_000].map((ms) => {
    vi.advanceTimersByTime(ms);
    return look.mock.calls.length;
  });
  expect(looks).toEqual([3, 18, 28, 28]);
});

test('what throws is not told again', () => {
  const present = vi.fn(() => {
    throw new Error('not what we thought');
  });
  page.Vendor = 'div';
  expect(() => whenPresent('Vendor', present)).not.toThrow();
  vi.advanceTimersByTime(20 * 60_000);
  expect(present).toHaveBeenCalledTimes(1);
});
