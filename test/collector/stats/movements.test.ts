import { describe, expect, test } from 'vitest';
import { movements } from '../../../packages/collector/src/stats/movements.ts';

const days = 60;

/** What was felt at a touchpoint, by so many answers a day, ±√½ about a mean that moves in the middle. */
const felt = (touchpoint: string, before: number, after: number, n: number) => ({
  touchpoint,
  sums: Array.from({ length: days }, (_, bucket) => {
    const mean = bucket < days / 2 ? before : after;
    return { bucket, n, w: n, w2: n, ws: n * mean, wu: n * 0.5, wu2: n * 0.5 };
  }),
});
const moved = (...series: ReturnType<typeof felt>[]) => [...movements(series).moved.keys()];

describe('what moved', () => {
  test('is less sure the more touchpoints were looked through', () => {
    const one = felt('one', 0, 0.2, 10);
    const quiet = Array.from({ length: 30 }, (_, place) => felt(`quiet-${place}`, 0, 0, 10));
    expect(moved(one)).toEqual(['one']);
    expect(moved(one, ...quiet)).toEqual([]);
    expect(movements([one, ...quiet]).looked.size).toBe(31);
  });

  test('is told from 5 points of 100 on, however sure less is', () => {
    expect(moved(felt('little', 0, 0.04, 3_000), felt('more', 0, 0.06, 3_000))).toEqual(['more']);
    expect(moved(felt('little', 0, -0.04, 3_000), felt('more', 0, -0.06, 3_000))).toEqual(['more']);
  });
});
