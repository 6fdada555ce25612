import { describe, expect, test } from 'vitest';
import { TrustedProxies } from '../../../packages/collector/src/http/clientAddress.ts';

const proxies = new TrustedProxies(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

describe('where a request came from', () => {
  test.each([
    ['nobody is believed who is not trusted', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a trusted proxy is believed', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['also one that speaks IPv4 in IPv6', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['a chain is read from its end', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['what a client wrote itself is not reached', '10.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['rubbish ends the chain', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['no header, no change', 'fd00::1', undefined, 'fd00::1'],
  ])('%s', (_, connection, header, client) => {
    expect(proxies.clientOf(connection, header)).toBe(client);
  });

  test.each(['shop.example', '10.0.0.0/x', '300.1.1.1'])('%s is no address', (entry) => {
    expect(() => new TrustedProxies([entry])).toThrow(entry);
  });
});
