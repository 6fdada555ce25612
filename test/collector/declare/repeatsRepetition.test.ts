import { expect, test } from 'vitest';
import { repeatsRepetition } from '../../../packages/collector/src/declare/repeatsRepetition.ts';

test.each<[string, boolean]>([
  ['^/orders/\\d+/thanks$', false],
  ['(/[a-z]{2})?/thanks', false],
  ['/(cart|basket)+/thanks', false],
  ['(a\\+)+', false],
  ['([+*])+', false],
  ['(a+)?b', false],
  ['(a{2})+', false],
  ['(a+)+', true],
  ['^(/?[a-z0-9-]+)+/thanks$', true],
  ['(a*)*', true],
  ['(?:x(a+)y)*', true],
  ['((a)+)+', true],
  ['(a{1,}){2,}', true],
])('%s', (source, repeats) => {
  expect(repeatsRepetition(source)).toBe(repeats);
});
