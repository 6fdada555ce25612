import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;

/** Answers at moments of their own: five strong ones on 20 November, six mild ones and a silent one on the 22nd. */
beforeAll(async () => {
  tested = await testApp({ timeZone: 'Asia/Kolkata' });
  const answer = (at: string, emotion: string, strength: number | null, more = {}) => ({
    id: randomUUID(),
    revision: 1,
    touchpoint: 'checkout',
    status: 'answered',
    emotion,
    strength,
    at,
    latencyMs: 5_000,
    ...more,
  });
  const states = [
    ...Array.from({ length: 5 }, () => answer('2026-11-20T10:00:00Z', 'angry', 5, { segment: { plan: 'pro' } })),
    // 00:10 on the 22nd in Kolkata
    ...Array.from({ length: 3 }, () => answer('2026-11-21T18:40:00Z', 'happy', 2)),
    ...Array.from({ length: 3 }, () => answer('2026-11-22T10:00:00Z', 'happy', 2, { latencyMs: 3_600_000 })),
    answer('2026-11-22T10:00:00Z', 'indifferent', null, { latencyMs: null }),
    answer('2026-11-22T10:00:00Z', 'happy', null),
  ];
  const authorization = `Bearer ${tested.secretKey}`;
  const response = await tested.post('/v1/responses', states, { authorization });
  expect(response.status).toBe(200);
  await tested.post('/v1/responses', {
    site: tested.site.publicKey,
    id: randomUUID(),
    revision: 0,
    touchpoint: 'checkout',
    status: 'shown',
  });
});
afterAll(() => tested.remove());

const json = async (path: string) => (await tested.get(`/v1/touchpoints/checkout/${path}`)).json();

describe('trend', () => {
  test('by day: every day of the period, and no figure where there are not enough answers', async () => {
    const { period, bucket, buckets } = await json('trend?from=2026-11-20');
    expect(period).toEqual({ from: '2026-11-20', to: '2026-11-22', timeZone: 'Asia/Kolkata' });
    expect(bucket).toBe('day');
    expect(buckets).toMatchObject([
      { from: '2026-11-20', n: 5, nEff: 5, enough: true, shown: 0, answered: 5, intensity: { value: 100 } },
      { from: '2026-11-21', n: 0, nEff: 0, enough: false, shown: 0, answered: 0, intensity: null, valence: null },
      { from: '2026-11-22', n: 7, enough: true, shown: 1, answered: 8, valence: { value: expect.any(Number) } },
    ]);
    expect(buckets[0].valence).toMatchObject({ value: -100, low: -100, high: expect.any(Number) });
  });

  test('by week from Monday on', async () => {
    const { buckets } = await json('trend?bucket=week&from=2026-11-09');
    expect(buckets).toMatchObject([
      { from: '2026-11-09', n: 0 },
      { from: '2026-11-16', n: 12, answered: 13 },
    ]);
  });

  test('by hour of the site’s own clock', async () => {
    const { buckets } = await json('trend?bucket=hour&from=2026-11-22');
    expect(buckets).toHaveLength(18);
    expect(buckets[0]).toMatchObject({ from: '2026-11-22T00:00+05:30', answered: 3, enough: false });
    expect(buckets[15]).toMatchObject({ from: '2026-11-22T15:00+05:30', answered: 5 });
    expect(buckets[17]).toMatchObject({ from: '2026-11-22T17:00+05:30', shown: 1, answered: 0 });
  });

  test('of a segment, of a stratum', async () => {
    expect((await json('trend?bucket=week&from=2026-11-16&segment=plan:pro')).buckets).toMatchObject([{ answered: 5 }]);
    expect((await json('trend?bucket=week&from=2026-11-16&stratum=prompt')).buckets).toMatchObject([
      { n: 8, answered: 9, shown: 1 },
    ]);
  });

  test.each(['version=9', 'segment=channel:email', 'segment=plan:gold'])(
    'of %s, which no answer had, is a row of zeros',
    async (chosen) => {
      expect((await json(`trend?from=2026-11-22&${chosen}`)).buckets).toMatchObject([{ n: 0, shown: 0, answered: 0 }]);
    },
  );
});

describe('histogram', () => {
  test('is every emotion by strength, and every latency', async () => {
    const { period, cells, latency } = await json('histogram');
    expect(period.to).toBe('2026-11-22');
    expect(cells).toEqual([
      { emotion: 'happy', strength: null, count: 1 },
      { emotion: 'happy', strength: 2, count: 6 },
      { emotion: 'indifferent', strength: null, count: 1 },
      { emotion: 'angry', strength: 5, count: 5 },
    ]);
    expect(latency.map(({ count }: { count: number }) => count)).toEqual([9, 3, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(latency[0]).toEqual({ bin: 0, fromMinutes: 0, toMinutes: 20, weight: 1, count: 9 });
    expect(latency[8]).toMatchObject({ bin: 8, fromMinutes: 44_640, toMinutes: null });
    expect(latency[9]).toMatchObject({ bin: 9, fromMinutes: null, toMinutes: null });
  });

  test('of a segment, of a stratum, of other days', async () => {
    expect((await json('histogram?segment=plan:pro')).cells).toEqual([{ emotion: 'angry', strength: 5, count: 5 }]);
    const prompt = (await json('histogram?stratum=prompt')).cells;
    expect(prompt).toContainEqual({ emotion: 'happy', strength: 2, count: 3 });
    expect((await json('histogram?to=2026-11-19')).cells).toEqual([]);
    expect((await json('histogram?segment=channel:email')).cells).toEqual([]);
  });
});

describe('comparison with the period before', () => {
  test('is the difference, its interval, and whether it stands out', async () => {
    const { before, change, intensity } = await json('score?from=2026-11-21&to=2026-11-22&compare=before');
    expect(before).toEqual({ from: '2026-11-19', to: '2026-11-20', timeZone: 'Asia/Kolkata' });
    expect(change.enough).toBe(true);
    expect(change.intensity.value).toBeCloseTo(intensity.value - 100, 10);
    expect(change.intensity.low).toBeLessThan(change.intensity.value);
    expect(change.intensity.high).toBeLessThan(0);
    expect(change.intensity).toMatchObject({ significant: true, p: change.intensity.adjustedP });
  });

  test('is told of every touchpoint, and says where there is not enough', async () => {
    const { before, touchpoints } = await (await tested.get('/v1/scores?compare=before')).json();
    expect(before).toEqual({ from: '2026-09-24', to: '2026-10-23', timeZone: 'Asia/Kolkata' });
    expect(touchpoints[0].change).toEqual({ enough: false, intensity: null, valence: null });
  });

  test('is left out where it was not asked for', async () => {
    const report = await (await tested.get('/v1/scores')).json();
    expect(report).not.toHaveProperty('before');
    expect(report.touchpoints[0]).not.toHaveProperty('change');
  });
});

test.each([
  ['trend?bucket=month', 'bucket'],
  ['trend?bucket=hour&from=2020-01-01', 'bucket'],
  ['trend?from=2026-11-22&to=2026-11-21', 'from'],
  ['trend?segment=plam:pro', 'segment'],
  ['trend?timeZone=Mars/Olympus', 'timeZone'],
  ['histogram?from=2026-02-30', 'from'],
  ['histogram?segment=plam:pro', 'segment'],
  ['histogram?stratum=slow', 'stratum'],
  ['score?compare=after', 'compare'],
  ['score?segment=plam:pro', 'segment'],
])('%s is refused, naming %s', async (path, parameter) => {
  const response = await tested.get(`/v1/touchpoints/checkout/${path}`);
  expect([response.status, await response.json()]).toMatchObject([
    422,
    { code: 'invalid_query', errors: [{ path: parameter }] },
  ]);
});

const kinds = ['trend', 'histogram', 'score'];

test.each(kinds)('%s of an unknown touchpoint is not found', async (what) => {
  expect((await tested.get(`/v1/touchpoints/nowhere/${what}`)).status).toBe(404);
});

test.each(kinds)('%s of a hidden touchpoint is not found any more, though it has answers', async (what) => {
  const key = `hidden-from-${what}`;
  const answer = { site: tested.site.publicKey, id: randomUUID(), revision: 1, touchpoint: key, status: 'answered' };
  await tested.post('/v1/responses', { ...answer, emotion: 'sad' });
  const statusOf = async () => (await tested.get(`/v1/touchpoints/${key}/${what}`)).status;
  expect(await statusOf()).toBe(200);
  const headers = { authorization: `Bearer ${tested.secretKey}` };
  expect((await tested.app.request(`/v1/touchpoints/${key}`, { method: 'DELETE', headers })).status).toBe(204);
  expect(await statusOf()).toBe(404);
});

test.each(kinds)('%s without a valid key is refused', async (what) => {
  const response = await tested.get(`/v1/touchpoints/checkout/${what}`, { authorization: 'Bearer no' });
  expect([response.status, (await response.json()).code]).toEqual([401, 'unauthorized']);
});
