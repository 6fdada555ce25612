import { expect, it } from 'vitest';
import { isAkin } from '../../../packages/collector/src/page/install/isAkin.ts';

it.each([
  ['https://www.shop.example', 'https://shop.example', true],
  ['https://shop.example', 'https://www.shop.example', true],
  ['http://shop.example:8080', 'https://shop.example', true],
  ['https://pay.shop.co.uk', 'https://www.shop.co.uk', true],
  ['https://a.b.shop.co.uk', 'https://c.shop.co.uk', true],
  ['https://pay.shop.example', 'https://*.shop.example', true],
  ['http://localhost:4000', 'http://localhost:*', true],
  ['https://evilshop.example', 'https://shop.example', false],
  ['https://evil.co.uk', 'https://shop.co.uk', false],
  ['http://1.2.3.4', 'http://9.2.3.4', false],
  ['null', 'https://shop.example', false],
  ['null', 'null', false],
])('%s beside %s: %s', (origin, entry, akin) => {
  expect(isAkin(origin, ['https://other.test', entry])).toBe(akin);
});
