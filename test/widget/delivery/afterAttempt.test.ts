import { expect, test } from 'vitest';
import { afterAttempt } from '../../../packages/widget/src/delivery/afterAttempt.ts';

test.each<[string, number, number, string | null, ReturnType<typeof afterAttempt>]>([
  ['200 arrived', 200, 0, null, 'delivered'],
  ['204 arrived', 204, 3, null, 'delivered'],
  ['400 never will', 400, 0, null, 'failed'],
  ['403 never will', 403, 0, null, 'failed'],
  ['409 never will', 409, 0, null, 'failed'],
  ['422 never will', 422, 5, null, 'failed'],
  ['no answer: in a second', 0, 0, null, 1_000],
  ['then in two', 0, 1, null, 2_000],
  ['then in four', 503, 2, null, 4_000],
  ['then in eight', 500, 3, null, 8_000],
  ['never more than 64 seconds', 0, 40, null, 64_000],
  ['408 again', 408, 0, null, 1_000],
  ['425 again', 425, 0, null, 1_000],
  ['429 again', 429, 0, null, 1_000],
  ['when the collector says', 429, 0, '30', 30_000],
  ['not before our own time', 503, 4, '1', 16_000],
  ['a date as Retry-After is not read', 503, 0, 'Sun, 22 Nov 2026 12:00:00 GMT', 1_000],
])('%s', (_, status, failures, retryAfter, expected) => {
  expect(afterAttempt(status, failures, retryAfter)).toBe(expected);
});
