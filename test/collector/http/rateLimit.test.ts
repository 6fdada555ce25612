import { describe, expect, test } from 'vitest';
import { RateLimit } from '../../../packages/collector/src/http/rateLimit.ts';

/** Takes if there is enough; 0, or the seconds to wait. */
function take(limit: RateLimit, key: string, amount: number, now: number): number {
  const wait = limit.wait(key, amount, now);
  if (wait === 0) limit.take(key, amount, now);
  return wait;
}

describe('a token bucket', () => {
  test('gives a minute’s worth at once and refills evenly', () => {
    const limit = new RateLimit(60);
    expect(take(limit, 'a', 60, 0)).toBe(0);
    expect(take(limit, 'a', 1, 0)).toBe(1);
    expect(take(limit, 'a', 10, 0)).toBe(10);
    expect(take(limit, 'b', 60, 0)).toBe(0);
    expect(take(limit, 'a', 10, 10_000)).toBe(0);
    expect(take(limit, 'a', 1, 10_000)).toBe(1);
  });

  test('a delivery larger than the bucket gets through once it is full', () => {
    const limit = new RateLimit(10);
    expect(take(limit, 'a', 50, 0)).toBe(0);
    expect(take(limit, 'a', 50, 30_000)).toBe(30);
    expect(take(limit, 'a', 50, 60_000)).toBe(0);
  });

  test('0 is no limit', () => {
    expect(take(new RateLimit(0), 'a', 1e9, 0)).toBe(0);
  });

  test('a clock that goes back takes nothing away', () => {
    const limit = new RateLimit(60);
    take(limit, 'a', 30, 60_000);
    expect(take(limit, 'a', 30, 0)).toBe(0);
  });

  test('asking takes nothing', () => {
    const limit = new RateLimit(1);
    for (let n = 0; n < 5; n++) expect(limit.wait('a', 1, 0)).toBe(0);
    expect(limit.size).toBe(0);
  });
});

describe('whoever comes from everywhere', () => {
  const everywhere = 250_000;

  test('takes no more memory than its share', () => {
    const limit = new RateLimit(1);
    for (let n = 0; n < everywhere; n++) take(limit, String(n), 1, 0);
    expect(limit.size).toBeLessThanOrEqual(100_001);
  });

  test('makes no bucket full, neither its own nor another’s', () => {
    const limit = new RateLimit(10);
    expect(take(limit, 'heavy', 10, 0)).toBe(0);
    for (let n = 0; n < everywhere; n++) take(limit, String(n), 1, 0);
    expect(take(limit, 'heavy', 1, 0)).toBeGreaterThan(0);
    expect(take(limit, '5', 10, 0)).toBeGreaterThan(0);
  });

  test('shares one bucket with all that there is no room for, and no more than that', () => {
    const limit = new RateLimit(10);
    for (let n = 0; n < 100_000; n++) take(limit, String(n), 1, 0);
    const late = Array.from({ length: 1_000 }, (_, n) => take(limit, `late ${n}`, 1, 0));
    expect(late.filter((wait) => wait === 0).length).toBe(10);
  });

  test('is forgotten as soon as its buckets are full again, though some are not', () => {
    const limit = new RateLimit(10);
    for (let n = 0; n < 20; n++) take(limit, `heavy ${n}`, 10, 0);
    for (let n = 0; n < everywhere; n++) take(limit, String(n), 1, 0);
    const late = Array.from({ length: 1_000 }, (_, n) => take(limit, `late ${n}`, 1, 7_000));
    expect(late.filter((wait) => wait > 0)).toEqual([]);
    expect(take(limit, 'heavy 3', 10, 7_000)).toBeGreaterThan(0);
  });
});
