import { describe, expect, test } from 'vitest';
import { PrefixName, prefixOf, RateLimit } from '../../../packages/collector/src/ingest/rateLimit.ts';

describe('a token bucket', () => {
  test('gives a minute’s worth at once and refills evenly', () => {
    const limit = new RateLimit(60);
    expect(limit.take('a', 60, 0)).toBe(0);
    expect(limit.take('a', 1, 0)).toBe(1);
    expect(limit.take('a', 10, 0)).toBe(10);
    expect(limit.take('b', 60, 0)).toBe(0);
    expect(limit.take('a', 10, 10_000)).toBe(0);
    expect(limit.take('a', 1, 10_000)).toBe(1);
  });

  test('a delivery larger than the bucket gets through once it is full', () => {
    const limit = new RateLimit(10);
    expect(limit.take('a', 50, 0)).toBe(0);
    expect(limit.take('a', 50, 30_000)).toBe(30);
    expect(limit.take('a', 50, 60_000)).toBe(0);
  });

  test('0 is no limit', () => {
    expect(new RateLimit(0).take('a', 1e9, 0)).toBe(0);
  });

  test('a clock that goes back takes nothing away', () => {
    const limit = new RateLimit(60);
    limit.take('a', 30, 60_000);
    expect(limit.take('a', 30, 0)).toBe(0);
  });

  test('memory stays bounded, however many come', () => {
    const limit = new RateLimit(1);
    for (let n = 0; n < 250_000; n++) limit.take(String(n), 1, 0);
    expect(limit.size).toBeLessThanOrEqual(100_001);
  });
});

describe('a network prefix', () => {
  test.each([
    ['203.0.113.77', '203.0.113'],
    ['::ffff:203.0.113.77', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0:0:ffff::', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, prefix) => {
    expect(prefixOf(address)).toBe(prefix);
  });

  test('has a name that tells nothing, and another one tomorrow', () => {
    const names = new PrefixName();
    const today = names.of('203.0.113.77', 0);
    expect(today).not.toContain('203');
    expect(names.of('203.0.113.1', 1_000)).toBe(today);
    expect(names.of('203.0.114.1', 1_000)).not.toBe(today);
    expect(names.of('203.0.113.77', 24 * 60 * 60 * 1000)).not.toBe(today);
  });
});
