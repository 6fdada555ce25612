import { describe, expect, test } from 'vitest';
import { isOriginAllowed, normalizeOrigin } from '../../../packages/collector/src/access/origin.ts';

describe('an entry is brought to the form in which browsers write origins', () => {
  test.each([
    ['https://shop.example', 'https://shop.example'],
    ['HTTPS://Shop.Example:443/', 'https://shop.example'],
    ['http://localhost:*', 'http://localhost:*'],
    ['https://*.shop.example', 'https://*.shop.example'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['https://tienda.españa.example', 'https://tienda.xn--espaa-rta.example'],
    ['null', 'null'],
    ['shop.example', null],
    ['https://shop.example/a', null],
    ['https://*', null],
    ['https://a.*.example', null],
    ['ftp://shop.example', null],
    ['https://user@shop.example', null],
    ['https://shop.example\\evil.example', null],
    ['https://shop.example:99999', null],
    ['https://*.shop.example:*', 'https://*.shop.example:*'],
    ['https://*.Shop.example:443', 'https://*.shop.example'],
    ['https://shop.example.', 'https://shop.example.'],
    ['javascript:alert(1)', null],
    ['*', null],
    ['', null],
  ])('%s → %s', (entry, origin) => {
    expect(normalizeOrigin(entry)).toBe(origin);
  });
});

describe('whether a page may deliver', () => {
  test.each([
    ['https://shop.example', 'https://shop.example', true],
    ['https://shop.example', 'http://shop.example', false],
    ['https://shop.example', 'https://shop.example.evil.example', false],
    ['http://localhost:*', 'http://localhost:5173', true],
    ['http://localhost:*', 'http://localhost', true],
    ['http://localhost:*', 'http://localhost.evil.example', false],
    ['http://localhost:*', 'http://localhost:80.evil.example', false],
    ['https://*.shop.example', 'https://es.shop.example', true],
    ['https://*.shop.example', 'https://shop.example', false],
    ['https://*.shop.example', 'https://evilshop.example', false],
    ['https://*.shop.example', 'http://es.shop.example', false],
    ['https://shop.example', 'null', false],
    ['null', 'null', true],
    ['https://*.shop.example', 'null', false],
    ['http://localhost:*', 'null', false],
    ['https://shop.example', '', false],
    ['https://shop.example', 'https://shop.example:8443', false],
    ['https://shop.example:8443', 'https://shop.example', false],
    ['https://shop.example', 'https://SHOP.EXAMPLE', false],
    ['https://shop.example', 'https://shop.example.', false],
    ['https://shop.example', 'https://user@shop.example', false],
    ['https://shop.example', 'https://shop.example/', false],
    ['https://shop.example', 'https://evil.example, https://shop.example', false],
    ['https://*.shop.example', 'https://a.b.shop.example', true],
    ['https://*.shop.example', 'https://.shop.example', false],
    ['https://*.shop.example', 'https://*.shop.example', false],
    ['https://*.shop.example', 'https://es.shop.example:8443', false],
    ['https://*.shop.example', 'https://evil.example/.shop.example', false],
    ['https://*.shop.example', 'https://evil.example?.shop.example', false],
    ['https://*.shop.example', 'https://evil.example#.shop.example', false],
    ['https://*.shop.example', 'https://evil.example:80@a.shop.example', false],
    ['https://*.shop.example', 'https://evil.example\\.shop.example', false],
    ['https://*.shop.example', 'https://es.shop.example.', false],
    ['https://*.shop.example:8443', 'https://es.shop.example:8443', true],
    ['https://*.shop.example:*', 'https://es.shop.example:8443', true],
    ['https://*.shop.example:*', 'https://es.shop.example', true],
    ['https://*.shop.example:*', 'https://shop.example:8443', false],
    ['http://localhost:*', 'http://localhost:', false],
    ['http://localhost:*', 'http://localhost:80:80', false],
    ['http://localhost:*', 'http://user@localhost:80', false],
    ['http://[::1]:*', 'http://[::1]:5173', true],
  ])('%s allows %s: %s', (entry, origin, allowed) => {
    expect(isOriginAllowed(origin, [entry])).toBe(allowed);
  });

  test('what has no origin is no page', () => {
    expect(isOriginAllowed(undefined, [])).toBe(true);
  });
});
