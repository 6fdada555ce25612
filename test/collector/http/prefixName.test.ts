import { describe, expect, test } from 'vitest';
import { PrefixName, prefixOf } from '../../../packages/collector/src/http/prefixName.ts';

describe('a network prefix', () => {
  test.each([
    ['203.0.113.77', '203.0.113'],
    ['::ffff:203.0.113.77', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0:0:ffff::', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8::192.0.2.1', '2001:db8:0:0'],
    ['::ffff:cb00:714d', '203.0.113'],
    ['0:0:0:0:0:FFFF:203.0.113.77', '203.0.113'],
    ['0000::ffff:203.0.113.77', '203.0.113'],
    ['64:ff9b::203.0.113.77', '64:ff9b:0:0'],
    ['', ''],
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
