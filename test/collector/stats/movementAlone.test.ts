import { expect, test } from 'vitest';
import { movementAlone, movements } from '../../../packages/collector/src/stats/movements.ts';
import type { FeltSeries, FeltSums } from '../../../packages/collector/src/store/series.ts';

/** Numbers from 0 to 1, the same each time. */
function drawn(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A touchpoint over sixty days whose answers move by so much, some day: not at all, a little, by far. */
function seriesOf(touchpoint: string, draw: () => number): FeltSeries {
  const shift = [0, 0, 0.3, 0.6, 0.9][Math.floor(draw() * 5)] as number;
  const since = 10 + Math.floor(draw() * 40);
  const daily = 4 + Math.floor(draw() * 12);
  const sums = Array.from({ length: 60 }, (_, bucket): FeltSums => {
    const sum = { bucket, n: daily, w: daily, w2: daily, ws: 0, wu: 0, wu2: 0 };
    for (let n = 0; n < daily; n++) {
      const sign = draw() < 0.5 + (bucket >= since ? shift / 2 : 0) ? 1 : -1;
      const strength = (1 + Math.floor(draw() * 5)) / 5;
      sum.ws += sign * strength;
      sum.wu += strength;
      sum.wu2 += strength ** 2;
    }
    return sum;
  });
  return { touchpoint, sums };
}

test('what is told of one touchpoint alone is what is told of it among all, or nothing', () => {
  const told = { moved: 0, still: 0, depends: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const draw = drawn(seed * 50_000_017);
    const all = Array.from({ length: 1 + Math.floor(draw() * 20) }, (_, n) => seriesOf(`touchpoint-${n}`, draw));
    const { moved } = movements(all);
    for (const series of all) {
      const alone = movementAlone(series, 2 * all.length);
      if (alone === undefined) told.depends++;
      else {
        expect(alone).toEqual(moved.get(series.touchpoint) ?? null);
        told[alone ? 'moved' : 'still']++;
      }
    }
  }
  // Each of the three is looked at, and few depend on the others.
  expect(told.moved).toBeGreaterThan(100);
  expect(told.still).toBeGreaterThan(100);
  expect(told.depends).toBeGreaterThan(20);
  expect(told.depends).toBeLessThan(told.moved + told.still);
});

test('without answers nothing moved', () => {
  expect(movementAlone({ touchpoint: 'checkout', sums: [] }, 2)).toBeNull();
});
