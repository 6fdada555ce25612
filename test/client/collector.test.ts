import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, newId, type VivenciaError } from '../../packages/client/src/index.ts';
import { type RunningServer, startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The client against the collector itself, as `vivencia serve` runs it.
 */

const { folder, remove } = temporaryFolder();
let server: RunningServer;
let client: Client;

beforeAll(async () => {
  const added = await vivencia(folder, 'site', 'add', 'Shop', '--origin', 'https://shop.example', '--json');
  server = await startServer(folder);
  client = createClient({ url: server.url, secretKey: JSON.parse(added.stdout).secretKey });
});
afterAll(async () => {
  await server?.end('SIGTERM');
  remove();
});

const failureOf = (call: Promise<unknown>): Promise<VivenciaError> =>
  call.then(
    () => expect.unreachable('it did not fail'),
    (error) => error,
  );

describe('responses', () => {
  test('120 are sent in order, a wrong one is refused by itself, and sent again they count nothing', async () => {
    const feelings = ['happy', 'relieved', 'angry'] as const;
    const states = Array.from({ length: 120 }, (_, place) => ({
      id: newId(),
      touchpoint: 'delivery',
      emotion: feelings[place % 3] as (typeof feelings)[number],
      strength: place === 77 ? (9 as 5) : (4 as const),
      segment: { plan: place % 2 ? 'pro' : 'free' },
    }));
    const results = await client.responses.send(states);
    expect(results.map(({ id }) => id)).toEqual(states.map(({ id }) => id));
    expect(results.map(({ outcome }) => outcome)).toEqual(
      states.map((_, place) => (place === 77 ? 'refused' : 'stored')),
    );
    expect(results[77]).toEqual({ id: states[77]?.id, outcome: 'refused', code: 'invalid_response' });
    const again = await client.responses.send(states.slice(0, 60));
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await client.scores.of('delivery')).toMatchObject({ answered: 119, emotions: { relieved: 40, angry: 39 } });
    expect(await client.scores.of('delivery', { segment: 'plan:pro' })).toMatchObject({ answered: 59 });
  });

  test('one is corrected by its next revision, and a wrong one fails with what is wrong', async () => {
    const answer = { id: newId(), touchpoint: 'support', emotion: 'calm', strength: 2 } as const;
    const { outcome } = await client.responses.send(answer);
    const amended = await client.responses.send({ ...answer, revision: 1, strength: 3 });
    expect([outcome, amended.outcome]).toEqual(['stored', 'amended']);
    expect(await failureOf(client.responses.send({ ...answer, revision: 1, strength: 5 }))).toMatchObject({
      code: 'revision_conflict',
    });
    const error = await failureOf(client.responses.send({ ...answer, revision: 2, reasons: ['a', 'b', 'c', 'd'] }));
    expect(error).toMatchObject({ code: 'invalid_response', status: 422, errors: [{ path: 'reasons' }] });
  });

  test('a late one says when it was given', async () => {
    const at = new Date(Date.now() - 3 * 86_400_000);
    await client.responses.send({ touchpoint: 'returns', emotion: 'sad', at });
    const { buckets } = await client.scores.trend('returns', { bucket: 'day' });
    const days = buckets.filter(({ answered }) => answered > 0).map(({ from }) => from);
    expect(days).toEqual([at.toISOString().slice(0, 10)]);
  });
});

describe('what is kept', () => {
  const id = newId();
  const respondent = 'c-90';

  beforeAll(async () => {
    const one = { touchpoint: 'hotel', emotion: 'grateful', respondent } as const;
    await client.responses.send([{ ...one, id, interaction: 'stay-1', comment: '=1+1, "so"' }, one, one]);
    await client.responses.send({ touchpoint: 'hotel', emotion: 'sad', respondent: 'c-91' });
  });

  test('is looked up by person, page after page, and by interaction', async () => {
    const read = [];
    for await (const response of client.responses.list({ respondent, limit: 2 })) read.push(response);
    expect(read.map(({ touchpoint, emotion }) => `${touchpoint} ${emotion}`)).toEqual(Array(3).fill('hotel grateful'));
    const ofStay = [];
    for await (const response of client.responses.list({ interaction: 'stay-1' })) ofStay.push(response);
    expect(ofStay).toEqual([await client.responses.get(id)]);
    expect(ofStay[0]).toMatchObject({ id, revision: 0, status: 'answered', comment: '=1+1, "so"', closed: false });
  });

  test('is exported as it streams', async () => {
    const text = async (format: 'ndjson' | 'csv') => {
      let read = '';
      const decoder = new TextDecoder();
      for await (const chunk of client.responses.export({ format, touchpoint: 'hotel' })) {
        read += decoder.decode(chunk, { stream: true });
      }
      return read.trim().split(/\r?\n/);
    };
    const lines = (await text('ndjson')).map((line) => JSON.parse(line));
    expect([lines.length, lines.find((line) => line.id === id)?.interaction]).toEqual([4, 'stay-1']);
    expect((await text('csv')).filter((line) => line.startsWith(id))).toHaveLength(1);
  });

  test('of a query that cannot be, nothing is: it says so before anything is read', async () => {
    const read = async () => {
      for await (const _ of client.responses.export({ from: '2026-02-30' }));
    };
    expect(await failureOf(read())).toMatchObject({ code: 'invalid_query', errors: [{ path: 'from' }] });
    expect(await failureOf(client.responses.get(newId()))).toMatchObject({ code: 'not_found' });
  });
});

describe('interactions', () => {
  const ended = {
    touchpoint: 'parcel',
    interaction: 'order-1001',
    endedAt: new Date(),
    respondent: 'c-77',
    segment: { plan: 'pro' },
    channel: 'store',
    arm: 60,
  } as const;

  test('one is explained before it is recorded, counts once however often it is told, and is no other', async () => {
    expect(await client.interactions.explain(ended)).toEqual({
      interaction: 'order-1001',
      armed: true,
      explain: { asked: true, reasons: [] },
    });
    expect(await client.interactions.record(ended)).toEqual({ interaction: 'order-1001', armed: true });
    const inIso = { ...ended, endedAt: ended.endedAt.toISOString() };
    expect(await client.interactions.record(inIso)).toEqual({ interaction: 'order-1001', armed: true });
    expect(await client.scores.of('parcel')).toMatchObject({ passed: 1, shown: 0 });
    const other = client.interactions.record({ ...ended, touchpoint: 'returns' });
    expect(await failureOf(other)).toMatchObject({ code: 'interaction_conflict', status: 409 });
  });

  test('of nobody, nobody is asked', async () => {
    const { armed, explain } = await client.interactions.explain({
      ...ended,
      interaction: 'order-1002',
      respondent: null,
    });
    expect([armed, explain.asked, explain.reasons[0]?.reason]).toEqual([false, false, 'no_respondent']);
  });

  test('a wrong one says what is wrong', async () => {
    const error = await failureOf(client.interactions.record({ ...ended, arm: -1, touchpoint: 'No Key' }));
    expect([error.code, error.errors.map(({ path }) => path)]).toEqual(['invalid_interaction', ['touchpoint', 'arm']]);
  });
});

describe('scores', () => {
  test('come in rank order, with the change where it is asked for', async () => {
    const { period, touchpoints } = await client.scores.get({ compare: 'before' });
    expect([period.timeZone, touchpoints[0]?.touchpoint]).toEqual(['UTC', 'delivery']);
    expect(touchpoints[0]?.intensity?.value).toBeCloseTo(80);
    expect(touchpoints[0]?.change?.enough).toBe(false);
  });

  test('rest on what the histogram says', async () => {
    const { cells } = await client.scores.histogram('delivery', { hours: 24 });
    expect(cells).toContainEqual({ emotion: 'relieved', strength: 4, count: 40 });
  });

  test('a query that cannot be read names each parameter', async () => {
    const error = await failureOf(client.scores.get({ from: 'yesterday', version: -1 }));
    expect([error.code, error.errors.map(({ path }) => path)]).toEqual(['invalid_query', ['from', 'version']]);
  });
});

test('a touchpoint is declared, read, listed and hidden once', async () => {
  const put = await client.touchpoints.put('checkout', { stage: 'during', triggers: [{ on: 'purchase' }] });
  expect(put).toMatchObject({ key: 'checkout', version: 1, title: 'Checkout', stage: 'during' });
  expect(await client.touchpoints.get('checkout')).toEqual(put);
  expect(await client.touchpoints.put('checkout', { stage: 'during', triggers: [{ on: 'purchase' }] })).toEqual(put);
  expect((await client.touchpoints.list()).map(({ key }) => key)).toContain('checkout');
  expect(await client.touchpoints.hide('checkout')).toBeUndefined();
  expect(await failureOf(client.touchpoints.hide('checkout'))).toMatchObject({ code: 'not_found', status: 404 });
});

test('the site’s settings are replaced wholly', async () => {
  const before = await client.site.get();
  expect(before).toMatchObject({ name: 'Shop', origins: ['https://shop.example'], gapMinutes: 60 });
  expect(await client.site.put({ ...before, dailyCap: 1 })).toEqual({ ...before, dailyCap: 1 });
});

test('passes are counted', async () => {
  await client.passes.record([
    { touchpoint: 'hotline', outcome: 'asked' },
    { touchpoint: 'hotline', outcome: 'suppressed', reason: 'gap' },
  ]);
  expect(await client.scores.of('hotline')).toMatchObject({ passed: 2, answered: 0, intensity: null });
});

test('a respondent is erased, whatever the name has in it, and may be erased again', async () => {
  for (const respondent of ['c/77?&#%2F', 'Zoë 🙂']) {
    await client.responses.send({ touchpoint: 'delivery', emotion: 'proud', respondent, comment: 'words of theirs' });
    expect(await client.respondents.erase(respondent)).toBeUndefined();
    expect(await client.respondents.erase(respondent)).toBeUndefined();
  }
});

test('a key that is unknown, or may not, is told so', async () => {
  const other = createClient({ url: server.url, secretKey: `sk_${'a'.repeat(43)}` });
  expect(await failureOf(other.site.get())).toMatchObject({ code: 'unauthorized', status: 401 });
  const reading = await vivencia(folder, 'key', 'add', '--name', 'Reports', '--scope', 'read', '--json');
  const { secretKey } = JSON.parse(reading.stdout);
  const reader = createClient({ url: server.url, secretKey });
  expect((await reader.scores.get()).touchpoints.length).toBeGreaterThan(0);
  const error = await failureOf(reader.responses.send({ touchpoint: 'delivery', emotion: 'happy' }));
  expect([error.code, error.status, error.detail]).toEqual([
    'insufficient_scope',
    403,
    expect.stringContaining('ingest'),
  ]);
});
