import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { createApp } from '../../../packages/collector/src/app.ts';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

const dayMs = 24 * 60 * 60 * 1000;

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp({ timeZone: 'Europe/Madrid' });
  const { id } = tested.site;
  await tested.store.recordStates([
    ...Array.from({ length: 250 }, (_, place) =>
      delivery(id, { touchpoint: place % 5 ? 'checkout' : 'returns', interaction: `order-${place}` }),
    ),
    delivery(id, { touchpoint: 'checkout', respondent: 'c-77' }, { moment: noon - 10 * dayMs }),
    delivery(id, { touchpoint: 'checkout', respondent: 'c-77', test: true }),
    delivery(id, { touchpoint: 'checkout' }, { quarantined: true }),
  ]);
});
afterAll(() => tested.remove());

interface Page {
  responses: { id: string; touchpoint: string; test: boolean; at: string; quarantined: boolean }[];
  next: string | null;
}

const page = async (query: string): Promise<Page> => {
  const response = await tested.get(`/v1/responses?${query}`);
  expect(response.status).toBe(200);
  return response.json();
};

/** All pages, one after the other. */
async function all(query: string): Promise<Page['responses']> {
  const found: Page['responses'] = [];
  let cursor = '';
  for (;;) {
    const { responses, next } = await page(`${query}${cursor}`);
    found.push(...responses);
    if (next === null) return found;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
}

describe('a list of responses', () => {
  test('has pages, each response once and in order of the ids', async () => {
    expect((await page('')).responses).toHaveLength(100);
    const found = await all('limit=37');
    const ids = found.map(({ id }) => id);
    expect(ids).toHaveLength(253);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test.each([
    ['touchpoint=returns', 50],
    ['touchpoint=nowhere', 0],
    ['interaction=order-7', 1],
    ['interaction=order-7&touchpoint=returns', 0],
    ['respondent=c-77', 2],
    ['from=2026-11-22', 252],
    ['to=2026-11-21', 1],
    ['from=2026-11-12&to=2026-11-12', 1],
    ['from=2026-11-23', 0],
  ])('of %s: %i', async (query, count) => {
    expect(await all(`${query}&limit=20`)).toHaveLength(count);
  });

  test('marks what is counted nowhere', async () => {
    const found = await all('limit=1000');
    expect(found.filter(({ test }) => test)).toHaveLength(1);
    expect(found.filter(({ quarantined }) => quarantined)).toHaveLength(1);
  });

  test('of a touchpoint has what was merged into it', async () => {
    const merging = await testApp();
    await merging.store.recordStates([
      delivery(merging.site.id, { touchpoint: 'check-out' }),
      delivery(merging.site.id, { touchpoint: 'checkout' }),
    ]);
    expect(await merging.store.mergeTouchpoint(merging.site.id, 'check-out', 'checkout')).toBe(true);
    const { responses } = await (await merging.get('/v1/responses?touchpoint=checkout')).json();
    expect(responses).toHaveLength(2);
    await merging.remove();
  });

  test('goes on where few are wanted among many', async () => {
    const large = await testApp();
    const rare = delivery(large.site.id, { id: 'ffffffff-0000-7000-8000-000000000000', touchpoint: 'rare' });
    for (let batch = 0; batch < 22; batch++) {
      await large.store.recordStates(Array.from({ length: 500 }, () => delivery(large.site.id)));
    }
    await large.store.recordStates([rare]);
    const { responses, next } = await (await large.get('/v1/responses?touchpoint=rare')).json();
    expect([responses.map(({ id }: { id: string }) => id), next]).toEqual([[rare.state.id], null]);
    const first = await large.store.findResponses({ site: large.site.id, touchpoint: 'rare', after: null, limit: 1 });
    expect([first.responses, first.next]).toEqual([[], expect.any(String)]);
    await large.remove();
  });

  test('shows nothing of another site', async () => {
    const { secretKey } = await tested.store.addSite(defaultSite('Second'));
    const response = await tested.get('/v1/responses', { authorization: `Bearer ${secretKey}` });
    expect(await response.json()).toEqual({ responses: [], next: null });
  });
});

describe('one response', () => {
  test('is read by its id, however that is written', async () => {
    const [first] = (await page('limit=1')).responses;
    const response = await tested.get(`/v1/responses/${first?.id.toUpperCase()}`);
    expect([response.status, await response.json()]).toEqual([200, first]);
  });

  test.each([randomUUID(), 'nobody', '%00'])('that is not there is not found: %s', async (id) => {
    expect((await tested.get(`/v1/responses/${id}`)).status).toBe(404);
  });
});

describe('a query that is wrong is refused, and each parameter named', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['from=2026-02-30', 'from'],
    ['from=2026-11-23&to=2026-11-22', 'from'],
    ['touchpoint=NO', 'touchpoint'],
    ['format=xml', 'format'],
    ['format=csv&limit=5', 'limit'],
    ['format=ndjson&cursor=x', 'cursor'],
    ['cursor=x', 'cursor'],
    ['cursor=', 'cursor'],
    ['colour=red', 'colour'],
    [`respondent=${'x'.repeat(129)}`, 'respondent'],
  ])('%s', async (query, path) => {
    const response = await tested.get(`/v1/responses?${query}`);
    const problem = await response.json();
    expect([response.status, problem.code]).toEqual([422, 'invalid_query']);
    expect(problem.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  test('a cursor that was changed, or made for another query', async () => {
    const { next } = await page('limit=5');
    const cursor = next as string;
    const flipped = [...cursor].map((_, place) => {
      const other = cursor[place] === 'A' ? 'B' : 'A';
      return `cursor=${cursor.slice(0, place)}${other}${cursor.slice(place + 1)}`;
    });
    for (const query of [...flipped, `cursor=${cursor}&touchpoint=checkout`, `cursor=${cursor}=`]) {
      expect((await tested.get(`/v1/responses?${query}`)).status).toBe(422);
    }
  });
});

describe('a stream', () => {
  const stream = async (format: string) => {
    const response = await tested.get(`/v1/responses?format=${format}`);
    return { response, text: await response.text() };
  };

  test('of NDJSON says what the pages say', async () => {
    const { response, text } = await stream('ndjson');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(await all('limit=1000'));
  });

  test('of CSV has a row for each, below the names', async () => {
    const { response, text } = await stream('csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="responses.csv"');
    expect(text).toMatch(/^id,at,received,touchpoint,/);
    expect(text.trimEnd().split('\r\n')).toHaveLength(254);
  });

  test('reads no further than its reader', async () => {
    let reads = 0;
    const findResponses: TestApp['store']['findResponses'] = (query) => {
      reads++;
      return tested.store.findResponses({ ...query, limit: 10 });
    };
    const app = createApp({ ...tested.settings, metrics: new Metrics(), store: { ...tested.store, findResponses } });
    const authorization = `Bearer ${tested.secretKey}`;
    const response = await app.request('/v1/responses?format=ndjson', { headers: { authorization } });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reads).toBeLessThanOrEqual(3);
    await reader.cancel();
  });
});
