import type { PublicResponseState } from '@vivencia/contract/response';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox } from '../../../packages/widget/src/delivery/outbox.ts';

type Delivery = PublicResponseState & { ageMs: number };
type Answer = number | 'offline';

let answers: Answer[];
let posted: Delivery[];
let beacons: Delivery[];
let requests: RequestInit[];

const state = (id: string, revision: number): PublicResponseState => ({
  site: 'pk_1',
  id,
  revision,
  touchpoint: 'checkout',
  status: 'shown',
});

const open = () => {
  const told: string[] = [];
  const outbox = createOutbox('https://collector.example');
  return {
    outbox,
    told,
    put(id: string, revision: number) {
      outbox.put({
        state: state(id, revision),
        since: performance.now(),
        tell: (event, detail) => told.push(`${event} ${(detail as Delivery).id} ${(detail as Delivery).revision}`),
      });
      void outbox.flush();
    },
  };
};

const revisions = () => posted.map(({ id, revision }) => `${id} ${revision}`);

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  posted = [];
  beacons = [];
  requests = [];
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    requests.push(request);
    posted.push(JSON.parse(request.body as string));
    const answer = answers.shift() ?? 200;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    return new Response('{}', { status: answer });
  });
  vi.stubGlobal('navigator', {
    sendBeacon: (_: string, body: string) => beacons.push(JSON.parse(body)),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a state is delivered at once, without credentials or preflight, in a request that outlives the page', async () => {
  const { put, told } = open();
  put('a', 0);
  expect(revisions()).toEqual(['a 0']);
  expect(requests[0]).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
  expect(requests[0]).not.toHaveProperty('headers');
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['delivered a 0']);
});

test('one after another', async () => {
  const { put, told } = open();
  put('a', 0);
  put('b', 0);
  expect(revisions()).toEqual(['a 0']);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['delivered a 0', 'delivered b 0']);
});

test('what changes while it travels is delivered afterwards', async () => {
  const { put } = open();
  put('a', 0);
  put('a', 1);
  put('a', 2);
  await vi.advanceTimersByTimeAsync(0);
  expect(revisions()).toEqual(['a 0', 'a 2']);
});

test('offline it waits 1, 2, 4 seconds, then delivers the latest once', async () => {
  answers = ['offline', 503, 429];
  const { put, told } = open();
  put('a', 0);
  await vi.advanceTimersByTimeAsync(999);
  expect(posted).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(posted).toHaveLength(2);
  put('a', 1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(posted).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(revisions()).toEqual(['a 0', 'a 0', 'a 1', 'a 1']);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(posted).toHaveLength(4);
  expect(told).toEqual(['delivered a 1']);
});

test('the age grows while it waits', async () => {
  answers = ['offline'];
  const { put } = open();
  put('a', 0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(posted.map(({ ageMs }) => ageMs)).toEqual([0, 1_000]);
});

test('what is refused for good is dropped and told; the rest goes on', async () => {
  answers = [422];
  const { put, told } = open();
  put('a', 0);
  put('b', 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['failed a 0', 'delivered b 0']);
  expect(posted).toHaveLength(2);
});

test('a page that goes away sends what waits by beacon, but not what travels already', async () => {
  answers = ['offline'];
  const { put, outbox } = open();
  put('a', 0);
  put('b', 0);
  outbox.leave();
  expect(beacons.map(({ id }) => id)).toEqual(['b']);
  await vi.advanceTimersByTimeAsync(500);
  outbox.leave();
  expect(beacons.map(({ id }) => id)).toEqual(['b', 'a', 'b']);
});

test('a page that comes back delivers again what a beacon may have lost', async () => {
  const { outbox, told } = open();
  outbox.put({ state: state('a', 1), since: 0, tell: (event) => told.push(event) });
  outbox.leave();
  expect(posted).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['delivered']);
});

test("a page's own broken fetch reaches nobody", async () => {
  vi.stubGlobal('fetch', () => {
    throw new Error('wrapped badly');
  });
  const { put, told } = open();
  expect(() => put('a', 0)).not.toThrow();
  vi.stubGlobal('fetch', async () => new Response('{}'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual(['delivered a 0']);
});
