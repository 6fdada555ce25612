import { expect, it } from 'vitest';
import { nearestKeys } from '../../../packages/collector/src/page/kit/nearestKeys.ts';

const touchpoints = ['checkout', 'support-chat', 'returns', 'search'].map((key) => ({ key }));

it.each([
  ['chekout', ['checkout']],
  ['Checkout', ['checkout']],
  ['chat', ['support-chat']],
  ['returns-page', ['returns']],
  ['zzzzzzzzzz', []],
])('%j may have meant %j', (asked, nearest) => {
  expect(nearestKeys(asked, touchpoints).map(({ key }) => key)).toEqual(nearest);
});

it('says no more than five, the nearest first', () => {
  const many = ['shop-12', 'shop-1', 'shop-123', 'shop-2', 'shop-3', 'shop-4', 'shop-5'].map((key) => ({ key }));
  expect(nearestKeys('shop-1', many).map(({ key }) => key)).toEqual([
    'shop-1',
    'shop-12',
    'shop-2',
    'shop-3',
    'shop-4',
  ]);
});
