import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { batchesOf } from '../../packages/client/src/batches.ts';
import { newId } from '../../packages/client/src/newId.ts';
import { type Answer, answering, json, refusal, silence } from './answering.ts';

let stop = () => {};
afterEach(() => stop());

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Answers each state of a delivery, as the collector does, in order. */
const takes: Answer = (response, asked) => {
  const body = asked.body as { id: string } | { id: string }[];
  const stored = ({ id }: { id: string }) => ({ id, outcome: 'stored' });
  json(200, Array.isArray(body) ? { results: body.map(stored) } : stored(body))(response, asked);
};

const answer = { touchpoint: 'delivery', emotion: 'relieved', strength: 4 } as const;

describe('sending', () => {
  test('one answer gives it an id, a revision and a status', async () => {
    const { client, asked, ...one } = await answering([takes]);
    stop = one.stop;
    const { id, outcome } = await client.responses.send({ ...answer, at: new Date(0) });
    expect([id, outcome]).toEqual([expect.stringMatching(uuid7), 'stored']);
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/v1/responses' });
    expect(asked[0]?.body).toEqual({ ...answer, id, revision: 0, status: 'answered', at: '1970-01-01T00:00:00.000Z' });
  });

  test('again after a lost answer sends the same', async () => {
    const { client, asked, ...one } = await answering([silence, takes]);
    stop = one.stop;
    await client.responses.send([answer, answer]);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body).toEqual(asked[0]?.body);
  });

  test('many makes batches of 50, and results come in order', async () => {
    const { client, asked, ...one } = await answering([takes, silence, takes]);
    stop = one.stop;
    const ids = Array.from({ length: 120 }, newId);
    const results = await client.responses.send(ids.map((id) => ({ ...answer, id })));
    expect(results.map(({ id }) => id)).toEqual(ids);
    expect(asked.map(({ body }) => (body as unknown[]).length)).toEqual([50, 50, 50, 20]);
  });

  test('none makes no request', async () => {
    const { client, asked, ...one } = await answering([takes]);
    stop = one.stop;
    expect([await client.responses.send([]), asked]).toEqual([[], []]);
  });

  test('that fails in the middle ends there', async () => {
    const { client, asked, ...one } = await answering([takes, refusal(403, 'insufficient_scope')]);
    stop = one.stop;
    const many = Array.from({ length: 150 }, () => answer);
    await expect(client.responses.send(many)).rejects.toMatchObject({ code: 'insufficient_scope' });
    expect(asked).toHaveLength(2);
  });

  test('passes makes batches, too', async () => {
    const { client, asked, ...one } = await answering([(response) => void response.writeHead(204).end()]);
    stop = one.stop;
    await client.passes.record(
      Array.from({ length: 51 }, () => ({ touchpoint: 'delivery', outcome: 'asked' as const })),
    );
    expect(asked.map(({ body }) => (body as unknown[]).length)).toEqual([50, 1]);
  });
});

test('a batch is never more than 50 states or 64 KiB, and nothing is lost or moved', () => {
  const comments = fc.array(fc.string({ unit: 'grapheme', maxLength: 2_000 }), { maxLength: 120, size: 'max' });
  fc.assert(
    fc.property(comments, (states) => {
      const batches = batchesOf(states);
      expect(batches.flat()).toEqual(states);
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(50);
        if (batch.length > 1) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThanOrEqual(64 * 1024);
      }
    }),
    { numRuns: 50 },
  );
  const large = Array.from({ length: 50 }, () => '語'.repeat(2_000));
  expect(batchesOf(large).map(({ length }) => length)).toEqual([10, 10, 10, 10, 10]);
});

test('ids are of version 7, in the order of their time, and never the same', () => {
  const before = Date.now();
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids) expect(id).toMatch(uuid7);
  expect(new Set(ids).size).toBe(1_000);
  const times = ids.map((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  expect(times).toEqual([...times].sort());
  expect(times[0]).toBeGreaterThanOrEqual(before);
});

describe('reading on', () => {
  test('asks for page after page, as they are wanted', async () => {
    const page = (names: string[], next: string | null) => json(200, { responses: names.map((id) => ({ id })), next });
    const { client, asked, ...one } = await answering([page(['a', 'b'], 'c1'), page([], 'c2'), page(['c'], null)]);
    stop = one.stop;
    const read = [];
    for await (const { id } of client.responses.list({ touchpoint: 'delivery', limit: 2 })) {
      if (read.length === 0) expect(asked).toHaveLength(1);
      read.push(id);
    }
    expect(read).toEqual(['a', 'b', 'c']);
    expect(asked.map(({ path }) => path)).toEqual([
      '/v1/responses?touchpoint=delivery&limit=2',
      '/v1/responses?touchpoint=delivery&limit=2&cursor=c1',
      '/v1/responses?touchpoint=delivery&limit=2&cursor=c2',
    ]);
  });

  test('no further than somebody reads', async () => {
    const { client, asked, ...one } = await answering([json(200, { responses: [{ id: 'a' }], next: 'c1' })]);
    stop = one.stop;
    for await (const _ of client.responses.list()) break;
    expect(asked).toHaveLength(1);
  });
});
