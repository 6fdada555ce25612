import { expect, test } from 'vitest';
import { CommitQueue } from '../../../packages/collector/src/ingest/commitQueue.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/store.ts';

/** A queue whose commits are held until they are let go, and what each was given. */
function heldQueue(refused: number[] = []) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const queue = new CommitQueue<number, string>(async (items) => {
    batches.push(items);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (items.some((item) => refused.includes(item))) throw new Error('spoiled');
    return items.map((item) => `kept ${item}`);
  });
  const letGo = async () => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, batches, letGo };
}

test('whatever waits when the writer is free is one batch, answered entry by entry', async () => {
  const { queue, batches, letGo } = heldQueue();
  const first = queue.push([1]);
  const others = [queue.push([2, 3]), queue.push([4])];
  await letGo();
  expect(await first).toEqual(['kept 1']);
  await letGo();
  expect(await Promise.all(others)).toEqual([['kept 2', 'kept 3'], ['kept 4']]);
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

test('a batch takes 512 items at the most, and tears no entry apart', async () => {
  const { queue, batches, letGo } = heldQueue();
  void queue.push([0]);
  for (let entry = 0; entry < 12; entry++) void queue.push(Array.from({ length: 50 }, () => entry));
  for (let batch = 0; batch < 3; batch++) await letGo();
  expect(batches.map((items) => items.length)).toEqual([1, 500, 100]);
});

test('where a batch fails each entry is tried by itself', async () => {
  const { queue, batches, letGo } = heldQueue([3]);
  void queue.push([1]);
  const others = [queue.push([2]), queue.push([3]), queue.push([4])];
  const settled = Promise.allSettled(others);
  for (let commit = 0; commit < 5; commit++) await letGo();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test('where the store takes nothing, all that waits is told so at once', async () => {
  let tries = 0;
  const queue = new CommitQueue<number, string>(async () => {
    tries++;
    throw new StoreUnavailable('locked');
  });
  const settled = await Promise.allSettled([queue.push([1]), queue.push([2]), queue.push([3])]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tries).toBe(2);
});

test('what would wait too long is turned away at once', async () => {
  const { queue, letGo } = heldQueue();
  const first = queue.push([0]);
  void queue.push(Array.from({ length: 4_096 }, () => 1));
  await expect(queue.push([2])).rejects.toThrow('too much waits');
  await letGo();
  expect(await first).toEqual(['kept 0']);
});

test('where the first that waits has waited too long, who comes is turned away until it is written', async () => {
  let now = 0;
  let letGo = () => {};
  const queue = new CommitQueue<number, string>(
    async (items) => {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return items.map((item) => `kept ${item}`);
    },
    () => now,
  );
  const written = queue.push([1]);
  now = 1_000;
  const first = queue.push([2]);
  now = 1_300;
  const second = queue.push([3]);
  now = 1_301;
  await expect(queue.push([4])).rejects.toThrow('too much waits');
  letGo();
  expect(await written).toEqual(['kept 1']);
  const third = queue.push([5]);
  letGo();
  expect(await Promise.all([first, second])).toEqual([['kept 2'], ['kept 3']]);
  letGo();
  expect(await third).toEqual(['kept 5']);
});
