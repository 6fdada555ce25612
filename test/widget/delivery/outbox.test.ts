// @vitest-environment happy-dom
import type { PublicResponseState, Status } from '@vivencia/contract/response';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../../packages/widget/src/delivery/outbox.ts';
import { post } from '../../../packages/widget/src/delivery/post.ts';

type Delivery = PublicResponseState & { ageMs: number };
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'offline';

const dayMs = 86_400_000;
const noon = Date.UTC(2026, 10, 22, 12);
const fine = ({ id }: Delivery) => ({ id, outcome: 'stored' });

/** What the next deliveries are answered; then all is well. */
let answers: Answer[];
let posted: Delivery[][];
let beacons: Delivery[][];
let requests: RequestInit[];
let held: Set<string>;
let visits = 0;
let site: string;
let pagesEnd: AbortController;

const state = (id: string, revision: number, status: Status = 'shown'): PublicResponseState => ({
  site,
  id,
  revision,
  touchpoint: 'checkout',
  status,
});

/** A page of the shop, with an outbox of its own. */
const open = () => {
  const told: string[] = [];
  const dropped: string[] = [];
  const tell = (whose: string) => (event: string, detail: unknown) => {
    const { id, revision, httpStatus, problem } = detail as Delivery & { httpStatus: number; problem?: string };
    told.push(
      [whose, event, id, revision, httpStatus === 200 ? '' : httpStatus, problem]
        .filter((x) => x !== '')
        .join(' ')
        .trim(),
    );
  };
  const outbox = createOutbox({
    address: 'https://collector.example/v1/responses',
    site,
    post,
    tell: tell('page'),
    drop: ({ id }) => dropped.push(id),
  });
  return {
    outbox,
    told,
    dropped,
    put(id: string, revision: number, status?: Status) {
      outbox.put({ state: state(id, revision, status), since: performance.now(), tell: tell('own') });
      void outbox.flush();
    },
  };
};

const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const names = (deliveries: Delivery[]) => deliveries.map(({ id, revision }) => `${id} ${revision}`).join();
const sent = () => posted.map(names);
const kept = () =>
  Object.keys(localStorage)
    .filter((name) => name.includes(site))
    .map((name) => name.split(' ').slice(2).join(' '));

/** Storage in which writing goes this way. */
const writing = (way: (key: string, value: string, write: () => void) => void) => {
  const storage = localStorage;
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      get(_, name) {
        if (name === 'setItem') {
          return (key: string, value: string) => way(key, value, () => storage.setItem(key, value));
        }
        const member = storage[name as keyof Storage];
        return typeof member === 'function' ? member.bind(storage) : member;
      },
    }),
  );
};

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  answers = [];
  posted = [];
  beacons = [];
  requests = [];
  held = new Set();
  // What is left of earlier tests' pages shall not hear what happens to this one's window.
  const { addEventListener } = globalThis;
  pagesEnd = new AbortController();
  vi.spyOn(globalThis, 'addEventListener').mockImplementation(
    (type: string, listener: EventListenerOrEventListenerObject) =>
      addEventListener(type, listener, { signal: pagesEnd.signal }),
  );
  site = `pk_${++visits}`;
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    requests.push(request);
    const deliveries: Delivery[] = [JSON.parse(request.body as string)].flat();
    posted.push(deliveries);
    const answer = answers.shift() ?? {};
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const results = deliveries.map(fine);
    const body = answer.body ?? (deliveries.length > 1 ? { results } : results[0]);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status: answer.status ?? 200,
      headers: answer.headers ?? {},
    });
  });
  vi.stubGlobal('navigator', {
    sendBeacon: (_: string, body: string | undefined) => beacons.push([JSON.parse(body ?? 'null')].flat()),
  });
});

afterEach(() => {
  pagesEnd.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('one page', () => {
  test('a state is stored and delivered at once, without credentials or preflight, and outlives the page', async () => {
    const { put, told } = open();
    put('a', 0);
    expect(kept()).toEqual(['a 0']);
    expect(sent()).toEqual(['a 0']);
    expect(requests[0]).toMatchObject({ method: 'POST', keepalive: true, credentials: 'omit' });
    expect(requests[0]).not.toHaveProperty('headers');
    await passed(0);
    expect(told).toEqual(['own delivered a 0']);
    expect(kept()).toEqual([]);
  });

  test('what comes while one travels goes together afterwards, answers first', async () => {
    const { put, told } = open();
    put('a', 0);
    put('b', 0);
    put('c', 0, 'answered');
    await passed(0);
    expect(sent()).toEqual(['a 0', 'c 0,b 0']);
    expect(told).toEqual(['own delivered a 0', 'own delivered c 0', 'own delivered b 0']);
  });

  test('what changes while it travels is delivered afterwards', async () => {
    const { put } = open();
    put('a', 0);
    put('a', 1);
    put('a', 2);
    expect(kept()).toEqual(['a 2']);
    await passed(0);
    expect(sent()).toEqual(['a 0', 'a 2']);
    expect(kept()).toEqual([]);
  });

  test('while the collector asks for patience it waits 1, 2, 4 seconds, then delivers the latest once', async () => {
    answers = [{ status: 503 }, { status: 503 }, { status: 429 }];
    const { put, outbox, told } = open();
    put('a', 0);
    await passed(999);
    expect(posted).toHaveLength(1);
    await passed(1);
    expect(posted).toHaveLength(2);
    outbox.put({ state: state('a', 1), since: 0 });
    await passed(1_999);
    expect(posted).toHaveLength(2);
    await passed(1);
    expect(posted).toHaveLength(3);
    await passed(4_000);
    expect(sent()).toEqual(['a 0', 'a 0', 'a 1', 'a 1']);
    await passed(100_000);
    expect(posted).toHaveLength(4);
    expect(told).toEqual(['page delivered a 1']);
  });

  test.each(['30', new Date(noon + 30_000).toUTCString()])(
    'Retry-After %s counts, also if the network comes',
    async (header) => {
      answers = [{ status: 429, headers: { 'retry-after': header } }];
      const { put } = open();
      put('a', 0);
      await passed(10_000);
      dispatchEvent(new Event('online'));
      put('a', 1);
      await passed(19_999);
      expect(posted).toHaveLength(1);
      await passed(1);
      expect(sent()).toEqual(['a 0', 'a 1']);
    },
  );

  test('a little later than told, so that not all come back at once', async () => {
    vi.mocked(Math.random).mockReturnValue(0.8);
    answers = ['offline'];
    const { put } = open();
    put('a', 0);
    await passed(1_099);
    expect(posted).toHaveLength(1);
    await passed(1);
    expect(posted).toHaveLength(2);
  });

  test.each(['online', 'pageshow', 'visibilitychange'])('%s ends the wait that being offline began', async (event) => {
    answers = Array(7).fill('offline');
    const { put } = open();
    put('a', 0);
    await passed(40_000);
    expect(posted).toHaveLength(6);
    const target = event === 'visibilitychange' ? document : window;
    target.dispatchEvent(new Event(event, { bubbles: true }));
    await passed(0);
    expect(posted).toHaveLength(7);
    // And what fails then fails for the first time.
    await passed(1_000);
    expect(posted).toHaveLength(8);
    expect(kept()).toEqual([]);
  });

  test('a page that is being hidden does not ask for locks, which would keep it out of the back/forward cache', async () => {
    const { outbox } = open();
    outbox.put({ state: state('a', 0), since: 0 });
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await passed(0);
    expect(posted).toEqual([]);
  });

  test('the age grows while it waits, also by what a sleeping device missed', async () => {
    answers = ['offline', 'offline', 'offline'];
    const { put } = open();
    put('a', 0);
    await passed(1_000);
    vi.setSystemTime(noon + dayMs);
    await passed(2_000);
    vi.setSystemTime(noon - dayMs);
    await passed(4_000);
    expect(posted.map(([delivery]) => delivery?.ageMs)).toEqual([0, 1_000, dayMs + 2_000, 7_000]);
  });

  test('what is refused for good is dropped and told; the rest goes on', async () => {
    answers = [{ status: 422, body: { code: 'invalid_response' } }];
    const { put, told, dropped } = open();
    put('a', 0);
    put('b', 0);
    await passed(0);
    expect(told).toEqual(['own failed a 0 422 invalid_response', 'own delivered b 0']);
    expect([kept(), dropped]).toEqual([[], []]);
  });

  test('of several, each is judged by itself', async () => {
    answers = [
      'offline',
      { body: { results: [{ outcome: 'unchanged' }, { outcome: 'refused', code: 'response_closed' }, null] } },
    ];
    const { put, told } = open();
    for (const id of ['a', 'b', 'c']) put(id, 0);
    await passed(1_000);
    expect(sent()).toEqual(['a 0', 'a 0,b 0,c 0', 'c 0']);
    expect(told).toEqual(['own delivered a 0', 'own failed b 0 response_closed', 'own delivered c 0']);
  });

  test.each([413, 422, 400])('a batch that is refused as one (%i) takes nobody along', async (status) => {
    answers = ['offline', { status }, {}, { status: 422, body: { code: 'invalid_response' } }];
    const { put, told } = open();
    for (const id of ['a', 'b', 'c']) put(id, 0);
    await passed(1_000);
    expect(sent()).toEqual(['a 0', 'a 0,b 0,c 0', 'a 0', 'b 0', 'c 0']);
    expect(told).toEqual(['own delivered a 0', 'own failed b 0 422 invalid_response', 'own delivered c 0']);
  });

  test.each([
    [401, 'unknown_site'],
    [403, 'origin_not_allowed'],
  ])('a site that may not deliver (%i) is told so once for all', async (status, code) => {
    answers = ['offline', { status, body: { code } }];
    const { put, told } = open();
    for (const id of ['a', 'b']) put(id, 0);
    await passed(1_000);
    expect(posted).toHaveLength(2);
    expect(told).toEqual([`own failed a 0 ${status} ${code}`, `own failed b 0 ${status} ${code}`]);
    expect(kept()).toEqual([]);
  });

  test.each(['<h1>Welcome</h1>', '{}', 'null', '{"results":{}}'])('a success that says %s is none', async (body) => {
    answers = [{ body }, { body }];
    const { put, told } = open();
    put('a', 0);
    await passed(999);
    expect([kept(), told]).toEqual([['a 0'], []]);
    await passed(2_001);
    expect(sent()).toEqual(['a 0', 'a 0', 'a 0']);
    expect(told).toEqual(['own delivered a 0']);
  });

  test('more than one delivery takes goes in several, one after another', async () => {
    answers = ['offline'];
    const { outbox } = open();
    for (let place = 0; place < 50; place++) {
      outbox.put({ state: { ...state(`r${place}`, 0), comment: '字'.repeat(2_000) }, since: 0 });
    }
    void outbox.flush();
    await passed(1_000);
    expect(
      new Set(
        posted
          .slice(1)
          .flat()
          .map(({ id }) => id),
      ).size,
    ).toBe(50);
    expect(posted.slice(1).flat()).toHaveLength(50);
    const sizes = requests.map(({ body }) => Buffer.byteLength(body as string));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60 * 1024);
    expect(requests).toHaveLength(1 + 50 / 10);
  });

  test("a page's own broken fetch reaches nobody", async () => {
    vi.stubGlobal('fetch', () => {
      throw new Error('wrapped badly');
    });
    const { put, told } = open();
    expect(() => put('a', 0)).not.toThrow();
    vi.stubGlobal('fetch', async () => new Response('{"outcome":"stored"}'));
    await passed(1_000);
    expect(told).toEqual(['own delivered a 0']);
  });
});

describe('a page that goes away', () => {
  test('sends by beacon what waits, together, but not what travels already', async () => {
    answers = ['offline'];
    const { put, outbox } = open();
    put('a', 0);
    put('b', 0);
    outbox.leave();
    expect(beacons.map(names)).toEqual(['b 0']);
    await passed(500);
    outbox.leave();
    expect(beacons.map(names)).toEqual(['b 0', 'a 0,b 0']);
  });

  test('keeps what it sent by beacon, which does not tell whether it arrived', async () => {
    const { outbox, told } = open();
    outbox.put({ state: state('a', 1), since: 0 });
    outbox.leave();
    expect(posted).toHaveLength(0);
    expect(kept()).toEqual(['a 1']);
    dispatchEvent(new Event('pageshow'));
    await passed(0);
    expect([sent(), told, kept()]).toEqual([['a 1'], ['page delivered a 1'], []]);
  });

  test('sends nothing where nothing waits, and survives a broken beacon', async () => {
    const { outbox, put } = open();
    outbox.leave();
    expect(beacons).toEqual([]);
    vi.stubGlobal('navigator', {});
    put('a', 0);
    put('b', 0);
    expect(() => outbox.leave()).not.toThrow();
  });
});

describe('another page', () => {
  test('delivers what an earlier one could not, with the age since then, and tells it', async () => {
    open().outbox.put({ state: state('a', 1, 'answered'), since: performance.now() - 250 });
    vi.setSystemTime(noon + dayMs);
    const later = open();
    await later.outbox.flush();
    expect(posted.at(-1)).toEqual([{ ...state('a', 1, 'answered'), ageMs: dayMs + 250 }]);
    expect(later.told).toEqual(['page delivered a 1']);
    expect(kept()).toEqual([]);
  });

  test('finds no age below nothing where the clock was set back', async () => {
    open().outbox.put({ state: state('a', 1), since: performance.now() });
    vi.setSystemTime(noon - dayMs);
    await open().outbox.flush();
    expect(posted[0]?.[0]?.ageMs).toBe(0);
  });

  test('throws away what is no letter', async () => {
    localStorage.setItem(`vivencia.outbox ${site} a 1`, '{"id":"somebody else’s"}');
    localStorage.setItem(`vivencia.outbox ${site}0 b 1`, 'another site’s');
    await open().outbox.flush();
    expect(posted).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([`vivencia.outbox ${site}0 b 1`]);
  });
});

describe('what cannot be kept', () => {
  test('is given up after 7 days, and that is said', async () => {
    open().outbox.put({ state: state('a', 1, 'answered'), since: performance.now() });
    vi.setSystemTime(noon + 7 * dayMs);
    const { outbox, told, dropped } = open();
    open().outbox.put({ state: state('b', 1), since: performance.now() });
    vi.setSystemTime(noon + 7 * dayMs + 1);
    await outbox.flush();
    expect(sent()).toEqual(['b 1']);
    expect(told).toEqual(['page failed a 1 0 expired', 'page delivered b 1']);
    expect([dropped, kept()]).toEqual([['a'], []]);
  });

  test('is given up where more than 50 wait: the oldest, but answers last', async () => {
    answers = Array(100).fill('offline');
    const { outbox, told, dropped } = open();
    for (let place = 0; place < 52; place++) {
      outbox.put({ state: state(`r${place}`, 0, place < 10 ? 'answered' : 'shown'), since: place });
    }
    expect(dropped).toEqual(['r10', 'r11']);
    expect(told).toEqual(['page failed r10 0 0 overflow', 'page failed r11 0 0 overflow']);
    expect(kept()).toHaveLength(50);
    for (let place = 52; place < 95; place++) outbox.put({ state: state(`r${place}`, 1, 'answered'), since: place });
    expect(dropped.slice(-4)).toEqual(['r51', 'r0', 'r1', 'r2']);
    expect(kept()).toHaveLength(50);
  });

  test('is said whatever becomes of saying so', () => {
    const outbox = createOutbox({
      address: '/v1/responses',
      site,
      post,
      tell() {},
      drop() {
        throw new Error('no beacons here');
      },
    });
    expect(() => {
      for (let place = 0; place < 60; place++) outbox.put({ state: state(`r${place}`, 0), since: place });
    }).not.toThrow();
    expect(kept()).toHaveLength(50);
  });
});

describe('where storage fails', () => {
  test.each<[string, () => void]>([
    [
      'forbidden',
      () =>
        Object.defineProperty(globalThis, 'localStorage', {
          configurable: true,
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        }),
    ],
    [
      'full',
      () =>
        writing(() => {
          throw new DOMException('full', 'QuotaExceededError');
        }),
    ],
  ])('%s: this page still delivers', async (_, fail) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;
    fail();
    answers = ['offline', 'offline'];
    const { put, told } = open();
    expect(() => {
      put('a', 0);
      put('a', 1);
      put('b', 0);
    }).not.toThrow();
    await passed(3_000);
    Object.defineProperty(globalThis, 'localStorage', own);
    expect(sent().at(-1)).toBe('a 1,b 0');
    expect(told).toEqual(['own delivered a 1', 'own delivered b 0']);
  });

  test('a host that clears its storage takes nothing from this page', async () => {
    answers = ['offline'];
    const { put, told } = open();
    put('a', 0);
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }));
    dispatchEvent(new StorageEvent('storage', { key: `vivencia.outbox ${site} a 0`, newValue: null }));
    await passed(1_000);
    expect(told).toEqual(['own delivered a 0']);
  });
});

describe('two tabs', () => {
  /** Locks as a browser has them, for all tabs. */
  const locks = {
    async request(name: string, _: LockOptions, work: (lock: unknown) => Promise<unknown>) {
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({ name });
      } finally {
        held.delete(name);
      }
    },
  };
  /** Tells what is written to all tabs; a browser spares the one that wrote. */
  const spread = () => {
    writing((key, newValue, write) => {
      write();
      queueMicrotask(() => dispatchEvent(new StorageEvent('storage', { key, newValue })));
    });
  };

  test('deliver no letter twice, whoever wrote it', async () => {
    vi.stubGlobal('navigator', { locks });
    spread();
    answers = ['offline', 'offline'];
    const [one, other] = [open(), open()];
    one.put('a', 0);
    other.put('b', 0);
    other.put('c', 0);
    await passed(500);
    dispatchEvent(new Event('online'));
    await passed(60_000);
    expect(sent()[0]).toBe('a 0');
    expect(posted.slice(2).flat()).toHaveLength(3);
    expect([...one.told, ...other.told]).toHaveLength(3);
    expect(kept()).toEqual([]);
  });

  test('wait for each other for a second', async () => {
    vi.stubGlobal('navigator', { locks });
    held.add(`vivencia.outbox ${site}`);
    const { put } = open();
    put('a', 0);
    await passed(999);
    expect(posted).toEqual([]);
    held.clear();
    await passed(1);
    expect(sent()).toEqual(['a 0']);
  });

  test('wait for no lock longer than half a minute: a tab that is stuck holds it', async () => {
    vi.stubGlobal('navigator', { locks });
    held.add(`vivencia.outbox ${site}`);
    open().put('a', 0);
    await passed(25_000);
    expect(posted).toEqual([]);
    await passed(10_000);
    expect(sent()).toEqual(['a 0']);
  });

  test('a page that may have no locks delivers all the same', async () => {
    vi.stubGlobal('navigator', {
      locks: { request: async () => Promise.reject(new DOMException('', 'SecurityError')) },
    });
    const { put } = open();
    put('a', 0);
    await passed(0);
    expect(sent()).toEqual(['a 0']);
  });

  test('what one tab has delivered in an old revision stays in the other’s new one', async () => {
    answers = ['offline', 'offline'];
    const [one, other] = [open(), open()];
    one.put('a', 0);
    await passed(0);
    void other.outbox.flush();
    await passed(0);
    // The other tab has the old one, and delivers it when the new one is here.
    one.outbox.put({ state: state('a', 1, 'answered'), since: 0 });
    await passed(64_000);
    expect(sent().filter((names) => names === 'a 1').length).toBeGreaterThan(0);
    expect(kept()).toEqual([]);
  });
});
