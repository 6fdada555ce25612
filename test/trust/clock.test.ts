import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/testApp.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const tenYearsMs = 3_652 * dayMs;
/** The age beyond which nothing is believed. */
const oldestMs = 7 * dayMs;

let tested: TestApp;
beforeEach(async () => {
  tested = await testApp();
});
afterEach(() => tested.remove());

const answered = (given: object = {}) => ({
  site: tested.site.publicKey,
  ...{ id: crypto.randomUUID(), revision: 1, touchpoint: 'checkout', status: 'answered', emotion: 'happy', ...given },
});

/** What became of states that were delivered together. */
async function outcomesOf(states: object[]): Promise<string[]> {
  const answer = await tested.post('/v1/responses', states);
  const { results } = (await answer.json()) as { results: { outcome: string }[] };
  return results.map(({ outcome }) => outcome);
}

/** When the responses happened, in milliseconds since 1970. */
function moments(): number[] {
  const database = new Database(tested.file, { readonly: true });
  try {
    return database.prepare('select at from response').pluck().all() as number[];
  } finally {
    database.close();
  }
}

/** Every bucket of all days lies within the days that people can have answered on, and every answer is in one. */
async function expectSaneBuckets(answers: number): Promise<void> {
  expect((await tested.store.verify()).differences).toEqual([]);
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const now = tested.clock.now;
  const [from, to] = [day(now - oldestMs - dayMs), day(now + dayMs)];
  const trend = await tested.get(`/v1/touchpoints/checkout/trend?bucket=day&from=${from}&to=${to}`);
  const { buckets } = (await trend.json()) as { buckets: { answered: number }[] };
  expect(buckets.reduce((sum, bucket) => sum + bucket.answered, 0)).toBe(answers);
}

describe('whatever a clock says', () => {
  test.each([
    ['ten years ahead', -tenYearsMs],
    ['ten years behind', tenYearsMs],
    ['for ever', 1e300],
    ['a moment', 3.7],
  ])('a client’s that is %s is believed within 7 days', async (_, ageMs) => {
    const received = tested.clock.now;
    expect((await tested.post('/v1/responses', answered({ ageMs }))).status).toBe(200);
    const [moment] = moments();
    expect(moment).toBe(received - Math.round(Math.min(Math.max(ageMs, 0), oldestMs)));
    await expectSaneBuckets(1);
  });

  test.each([
    ['ten years ahead', tenYearsMs],
    ['ten years behind', -tenYearsMs],
  ])('a backend’s that is %s', async (_, late) => {
    const at = new Date(tested.clock.now + late).toISOString();
    const { site: __, ...state } = answered({ at });
    const headers = { authorization: `Bearer ${tested.secretKey}` };
    expect((await tested.post('/v1/responses', state, headers)).status).toBe(200);
    // The past is the backend's to tell; the future has not happened.
    expect(moments()).toEqual([Math.min(tested.clock.now + late, tested.clock.now)]);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test('a server’s that jumps an hour back and forth loses, refuses and moves nothing', async () => {
    const noon = tested.clock.now;
    const jumps = [0, hourMs, -hourMs, 0, hourMs, -hourMs, 0];
    const lives = Array.from({ length: 20 }, () => crypto.randomUUID());
    for (const [place, jump] of jumps.entries()) {
      tested.clock.now = noon + jump;
      const again = lives.map((id) => answered({ id, revision: place, strength: 1 + (place % 5) }));
      const outcomes = await outcomesOf([...again, ...lives.map(() => answered())]);
      const expected = [...lives.map(() => (place === 0 ? 'stored' : 'amended')), ...lives.map(() => 'stored')];
      expect(outcomes).toEqual(expected);
      expect((await tested.get('/v1/scores')).status).toBe(200);
    }
    const all = lives.length * (jumps.length + 1);
    expect(moments()).toHaveLength(all);
    expect(moments().filter((moment) => Math.abs(moment - noon) > hourMs)).toEqual([]);
    tested.clock.now = noon;
    await expectSaneBuckets(all);
    console.log(`clock: clients ±10 years and a server ±1 h, ${all} answers stored, each in a bucket of its time`);
  });
});
