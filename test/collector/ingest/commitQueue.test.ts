import { expect, test } from 'vitest';
import { CommitQueue } from '../../../packages/collector/src/ingest/commitQueue.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const manyOf = (size: number, item: number) => Array.from({ length: size }, () => item);

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
    await turn();
  };
  return { queue, batches, letGo };
}

test('what comes in one turn is one batch, answered entry by entry', async () => {
  const { queue, batches, letGo } = heldQueue();
  const entries = [queue.push([1]), queue.push([2, 3]), queue.push([4])];
  expect(batches).toEqual([]);
  await turn();
  expect(batches).toEqual([[1, 2, 3, 4]]);
  await letGo();
  expect(await Promise.all(entries)).toEqual([['kept 1'], ['kept 2', 'kept 3'], ['kept 4']]);
});

test('16 items do not wait for the end of the turn', async () => {
  const { queue, batches } = heldQueue();
  for (let item = 0; item < 40; item++) void queue.push([item]);
  expect(batches.map((items) => items.length)).toEqual([16, 16]);
  await turn();
  expect(batches.map((items) => items.length)).toEqual([16, 16, 8]);
});

test('whatever waits while three transactions are under way is one batch', async () => {
  const { queue, batches, letGo } = heldQueue();
  for (let entry = 0; entry < 13; entry++) void queue.push(manyOf(50, entry));
  await turn();
  expect(batches.map((items) => items.length)).toEqual([50, 50, 50]);
  await letGo();
  expect(batches.map((items) => items.length)).toEqual([50, 50, 50, 500]);
});

test('a batch takes 512 items at the most, and tears no entry apart', async () => {
  const { queue, batches, letGo } = heldQueue();
  for (let entry = 0; entry < 15; entry++) void queue.push(manyOf(50, entry));
  for (let batch = 0; batch < 5; batch++) await letGo();
  expect(batches.map((items) => items.length)).toEqual([50, 50, 50, 500, 100]);
});

test('where a batch fails each entry is tried by itself', async () => {
  const { queue, batches, letGo } = heldQueue([3]);
  const entries = [queue.push([2]), queue.push([3]), queue.push([4])];
  const settled = Promise.allSettled(entries);
  await turn();
  for (let commit = 0; commit < 4; commit++) await letGo();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[2, 3, 4], [2], [3], [4]]);
});

test('three batches that fail do not keep the fourth from being tried', async () => {
  let isDown = true;
  const queue = new CommitQueue<number, string>(async (items) => {
    if (isDown) throw new Error('down');
    return items.map(() => 'kept');
  });
  for (let batch = 0; batch < 3; batch++) await expect(queue.push([batch])).rejects.toThrow('down');
  isDown = false;
  expect(await queue.push([4])).toEqual(['kept']);
});

test('where the store takes nothing, all that waits is told so at once', async () => {
  let tries = 0;
  const queue = new CommitQueue<number, string>(async () => {
    tries++;
    throw new StoreUnavailable('locked');
  });
  const settled = await Promise.allSettled([queue.push([1]), queue.push([2]), queue.push([3])]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tries).toBe(1);
});
