import { describe, expect, test } from 'vitest';
import { TrustedProxies } from '../../../packages/collector/src/http/clientAddress.ts';

const proxies = new TrustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::ffff:192.0.2.9']);

describe('where a request came from', () => {
  test.each([
    ['nobody is believed who is not trusted', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a trusted proxy is believed', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['also one that speaks IPv4 in IPv6', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['also one that was named so', '192.0.2.9', '198.51.100.1', '198.51.100.1'],
    ['also on IPv6', 'fd12::1', '2001:db8::1', '2001:db8::1'],
    ['a chain is read from its end', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['what a client wrote itself is not reached', '10.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['not even where it wrote a proxy', '10.0.0.1', '10.0.0.2, 198.51.100.1', '198.51.100.1'],
    ['a chain of proxies alone is their first', '10.0.0.1', '10.0.0.3,10.0.0.2', '10.0.0.3'],
    ['a port is no part of an address', '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
    ['nor one in IPv6', '10.0.0.1', '[2001:db8::1]:4711', '2001:db8::1'],
    ['nor are brackets', '10.0.0.1', '[2001:db8::1]', '2001:db8::1'],
    ['a proxy with a port is one too', '10.0.0.1', '198.51.100.1, 10.0.0.2:80', '198.51.100.1'],
    ['rubbish ends the chain', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['and what stands before it is not reached', '10.0.0.1', '198.51.100.1, unknown, 10.0.0.2', '10.0.0.2'],
    ['the words of Forwarded are rubbish here', '10.0.0.1', 'for=198.51.100.1', '10.0.0.1'],
    ['nothing ends it too', '10.0.0.1', ' , ', '10.0.0.1'],
    ['no header, no change', 'fd00::1', undefined, 'fd00::1'],
    ['a connection without an address is nobody’s', '', '198.51.100.1', ''],
  ])('%s', (_, connection, header, client) => {
    expect(proxies.clientOf(connection, header)).toBe(client);
  });

  test('where no proxy is named nobody is believed', () => {
    expect(new TrustedProxies([]).clientOf('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  });
});

describe('who cannot be a trusted proxy', () => {
  test.each([
    'shop.example',
    '10.0.0.0/x',
    '300.1.1.1',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/',
    '10.0.0.0/8/9',
    '10.0.0.0/1e1',
    '10.0.0.1:80',
    '/8',
    '::ffff:10.0.0.0/104',
  ])('%s is no address', (entry) => {
    expect(() => new TrustedProxies([entry])).toThrow(`"${entry}" is neither`);
  });

  test.each(['0.0.0.0/0', '::/0'])('%s is everybody, who would then say for themselves who they are', (entry) => {
    expect(() => new TrustedProxies([entry])).toThrow('is everybody');
  });
});
