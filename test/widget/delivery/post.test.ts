// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { post } from '../../../packages/widget/src/delivery/post.ts';

const never = () => new Promise<never>(() => {});
const send = () => post('https://collector.example/v1/responses', '{}');
/** The browser's own part, as it behaves at its worst: neither settles, nor minds its signal. */
const answers = (request: () => Promise<Partial<Response>>) => vi.stubGlobal('fetch', request);
const comeBack = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ['a request that never settles', never],
  ['an answer whose body never comes', async () => ({ ok: true, json: never })],
])('%s', (_, request) => {
  const begin = () => {
    answers(request);
    const settled = vi.fn();
    const posted = send();
    posted.then(settled);
    return { posted, settled };
  };

  test('is given up after 30 s', async () => {
    const { posted, settled } = begin();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await posted).said).toBeUndefined();
  });

  test('is given up when its page comes back, not when it merely shows', async () => {
    const { posted, settled } = begin();
    comeBack(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(settled).not.toHaveBeenCalled();
    comeBack(true);
    expect((await posted).said).toBeUndefined();
  });
});

test('what takes too long is stopped, too', async () => {
  let signal: AbortSignal | null | undefined;
  vi.stubGlobal('fetch', (_: string, request: RequestInit) => {
    signal = request.signal;
    return never();
  });
  send();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(signal?.aborted).toBe(true);
});

test('after an answer nothing waits or listens any more', async () => {
  const removed = vi.spyOn(window, 'removeEventListener');
  answers(async () => ({ ok: true, json: async () => ({ id: 1 }) }));
  expect(await send()).toMatchObject({ answer: { ok: true }, said: { id: 1 } });
  expect([vi.getTimerCount(), removed.mock.calls.map(([type]) => type)]).toEqual([0, ['pageshow']]);
});

test('an answer that is none of ours is an answer without words', async () => {
  answers(async () => ({ ok: true, json: () => Promise.reject(new SyntaxError('<')) }));
  expect(await send()).toMatchObject({ answer: { ok: true } });
});
