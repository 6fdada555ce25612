import type { UrlMatch } from '@vivencia/contract/touchpoint';
import { expect, test } from 'vitest';
import { urlMatches } from '../../../packages/widget/src/trigger/urlRule.ts';

const thanks = 'https://shop.example/order/thanks?order=7&utm_source=mail#top';

test.each<[UrlMatch, string, string, boolean]>([
  ['exact', '/order/thanks', thanks, true],
  ['exact', '/order/thanks?order=7&utm_source=mail', thanks, true],
  ['exact', 'https://shop.example/order/thanks', thanks, true],
  ['exact', thanks, thanks, true],
  ['exact', '/order', thanks, false],
  ['exact', 'https://other.example/order/thanks', thanks, false],
  ['contains', '/thanks', thanks, true],
  ['contains', 'order=7', thanks, true],
  ['contains', 'order=8', thanks, false],
  ['contains', '#/done', 'https://shop.example/#/done', true],
  ['starts', '/order', thanks, true],
  ['starts', 'https://shop.example/', thanks, true],
  ['starts', '/thanks', thanks, false],
  ['ends', '/thanks', thanks, true],
  ['ends', 'utm_source=mail', thanks, true],
  ['ends', '/order', thanks, false],
  ['regexp', '^/order/\\w+$', thanks, true],
  ['regexp', 'order=\\d', thanks, true],
  ['regexp', '^/orders', thanks, false],
  ['regexp', '(', thanks, false],
])('%s %s', (match, value, address, expected) => {
  expect(urlMatches({ on: 'url', match, value }, new URL(address))).toBe(expected);
});

test('a rule for another signal matches no address', () => {
  expect(urlMatches({ on: 'purchase' }, new URL(thanks))).toBe(false);
});
