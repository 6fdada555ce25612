import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/testApp.ts';

let tested: TestApp;
const minuteMs = 60_000;

/** The answers of scoring.md §8, "end to end": emotion, strength, minutes from the interaction's end. */
const answers: [emotion: string, strength: number | null, minutes: number][] = [
  ['angry', 5, 2],
  ['happy', 4, 1],
  ['indifferent', null, 30],
  ['frustrated', 3, 1_440],
  ['calm', 2, 10_080],
  ['angry', 4, 0],
];

beforeAll(async () => {
  tested = await testApp();
  const states = answers.map(([emotion, strength, minutes], place) => ({
    site: tested.site.publicKey,
    id: randomUUID(),
    revision: 2,
    touchpoint: 'checkout',
    status: 'answered',
    emotion,
    strength,
    latencyMs: minutes * minuteMs,
    segment: { plan: place % 2 ? 'pro' : 'free' },
  }));
  await tested.post('/v1/responses', states);
  await tested.post('/v1/responses', [
    { site: tested.site.publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' },
    { site: tested.site.publicKey, id: randomUUID(), revision: 1, touchpoint: 'checkout', status: 'dismissed' },
    {
      site: tested.site.publicKey,
      id: randomUUID(),
      revision: 1,
      touchpoint: 'returns',
      status: 'answered',
      emotion: 'sad',
    },
  ]);
});
afterAll(() => tested.remove());

const scores = async (query = '') => (await tested.get(`/v1/scores${query}`)).json();

test('the figures are those of scoring.md §8, end to end with the binned weights', async () => {
  const { period, separable, touchpoints } = await scores();
  expect(period).toEqual({ from: '2026-10-24', to: '2026-11-22', timeZone: 'UTC' });
  expect(separable).toBe(false);
  const [checkout, returns] = touchpoints;
  expect(checkout).toMatchObject({
    touchpoint: 'checkout',
    title: 'Checkout',
    stage: null,
    confirmed: false,
    passed: 0,
    shown: 8,
    dismissed: 1,
    abandoned: 0,
    answered: 6,
    unrated: 0,
    n: 6,
    enough: true,
    rank: { low: 1, high: 1 },
    emotionSet: 'core',
    emotions: { angry: 2, happy: 1, indifferent: 1, frustrated: 1, calm: 1 },
    reasons: {},
    evaluation: {},
  });
  expect(checkout.intensity.value).toBeCloseTo(63.303137, 6);
  expect(checkout.intensity.shrunk).toBe(checkout.intensity.value);
  expect(checkout.intensity.low).toBeCloseTo(23.09801, 5);
  expect(checkout.intensity.high).toBeCloseTo(90.831834, 6);
  expect(checkout.valence.value).toBeCloseTo(-23.428994, 6);
  expect(checkout.valence.low).toBeCloseTo(-80.2226, 5);
  expect(checkout.valence.high).toBeCloseTo(-55.624474 + 111.248948, 5);
  expect(checkout.nEff).toBeCloseTo(5.588324, 6);
  expect(checkout.positive + checkout.negative).toBeCloseTo(checkout.intensity.value, 9);
  expect(returns).toMatchObject({
    touchpoint: 'returns',
    answered: 1,
    enough: false,
    intensity: null,
    valence: null,
    positive: null,
    negative: null,
    rank: null,
  });
});

test('a segment, a version and the stratum within 20 minutes are chosen in the query', async () => {
  expect((await scores('?segment=plan:pro')).touchpoints[0]).toMatchObject({ answered: 3, enough: false });
  expect((await scores('?stratum=prompt')).touchpoints[0]).toMatchObject({ n: 3, shown: 8, dismissed: 1 });
  expect((await scores('?version=9')).touchpoints.every((row: { answered: number }) => row.answered === 0)).toBe(true);
  expect(
    (await scores('?from=2026-11-01&to=2026-11-21')).touchpoints.every(
      (row: { answered: number }) => row.answered === 0,
    ),
  ).toBe(true);
});

// A built-in segment is there before anybody was of it; of others the name must have been heard.
test.each(['channel:email', 'locale:fr'])('%s, which nobody answered with, is a segment of nobody', async (segment) => {
  expect((await tested.get(`/v1/scores?segment=${segment}`)).status).toBe(200);
  const response = await tested.get(`/v1/touchpoints/checkout/score?segment=${segment}`);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { shown: 0, dismissed: 0, answered: 0, n: 0, nEff: 0, enough: false, intensity: null, emotions: {} },
  ]);
});

test('one touchpoint’s score is an element of the same, with its period', async () => {
  const { period, touchpoints } = await scores();
  expect(await (await tested.get('/v1/touchpoints/checkout/score')).json()).toEqual({ period, ...touchpoints[0] });
  expect((await tested.get('/v1/touchpoints/nowhere/score')).status).toBe(404);
});

test('a touchpoint that nothing was heard of in the period has a score of nothing, not a refusal', async () => {
  const response = await tested.get('/v1/touchpoints/checkout/score?from=2026-01-01&to=2026-01-31');
  expect([response.status, await response.json()]).toMatchObject([200, { shown: 0, n: 0, enough: false, rank: null }]);
});

test.each([
  'from=2026-02-30',
  'to=yesterday',
  'from=2026-11-02&to=2026-11-01',
  'segment=pro',
  'segment=plam:pro',
  'timeZone=Mars/Olympus',
  'compare=after',
  'stratum=slow',
  'version=x',
  'test=2',
])('%s is refused', async (query) => {
  const response = await tested.get(`/v1/scores?${query}`);
  expect([response.status, (await response.json()).code]).toEqual([422, 'invalid_query']);
});

test('the last hours are counted by the hour, and may be compared with as many before', async () => {
  const day = await scores('?hours=24');
  expect(day.period).toEqual({ from: '2026-11-21T13:00+00:00', to: '2026-11-22T12:00+00:00', timeZone: 'UTC' });
  const { period: _, ...whole } = await scores('?from=2026-11-22&to=2026-11-22');
  expect({ separable: day.separable, touchpoints: day.touchpoints }).toEqual(whole);
  const compared = await scores('?hours=1&compare=before');
  expect(compared.before).toEqual({ from: '2026-11-22T11:00+00:00', to: '2026-11-22T11:00+00:00', timeZone: 'UTC' });
  const trend = await (await tested.get('/v1/touchpoints/checkout/trend?hours=3')).json();
  expect(trend.buckets.map(({ from, answered }: { from: string; answered: number }) => [from, answered])).toEqual([
    ['2026-11-22T10:00+00:00', 0],
    ['2026-11-22T11:00+00:00', 0],
    ['2026-11-22T12:00+00:00', 6],
  ]);
  const { latency } = await (await tested.get('/v1/touchpoints/checkout/histogram?hours=3')).json();
  expect(latency.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(6);
});

test.each([
  ['/v1/scores?hours=0', 'hours'],
  ['/v1/scores?hours=24&from=2026-11-01', 'hours'],
  ['/v1/touchpoints/checkout/trend?hours=24&bucket=day', 'bucket'],
])('%s is refused, and %s is named', async (path, named) => {
  const answer = await tested.get(path);
  expect(answer.status).toBe(422);
  expect((await answer.json()).errors.map((error: { path: string }) => error.path)).toEqual([named]);
});
