import { describe, expect, test } from 'vitest';
import { retryAfterOf } from '../../packages/client/src/readRefusal.ts';
import { isWorthAnother, waitMs } from '../../packages/client/src/retry.ts';
import { type ErrorCode, VivenciaError } from '../../packages/client/src/vivenciaError.ts';

const failed = (status: number | null, code: ErrorCode = 'unexpected_answer') =>
  new VivenciaError({ code, status, detail: '' });

describe('another attempt', () => {
  test.each([
    ['no answer', failed(null, 'network_error'), true, false],
    ['none in time', failed(null, 'timeout'), true, false],
    ['400', failed(400, 'invalid_json'), false, false],
    ['401', failed(401, 'unauthorized'), false, false],
    ['403', failed(403, 'insufficient_scope'), false, false],
    ['404', failed(404, 'not_found'), false, false],
    ['408 of a proxy', failed(408), true, false],
    ['408 of the collector, which never had the whole', failed(408, 'request_timeout'), true, true],
    ['409', failed(409, 'interaction_conflict'), false, false],
    ['410', failed(410, 'invitation_expired'), false, false],
    ['422', failed(422, 'invalid_response'), false, false],
    ['425', failed(425), true, true],
    ['429', failed(429), true, true],
    ['a redirect', failed(302), false, false],
    ['500', failed(500, 'internal_error'), true, false],
    ['502 of a proxy', failed(502), true, false],
    ['503 of a proxy, which may have handed it on', failed(503), true, false],
    ['503 of the collector, which kept nothing', failed(503, 'store_unavailable'), true, true],
    ['504 of a proxy', failed(504), true, false],
  ])('after %s', (_, error, ifIdempotent, otherwise) => {
    expect([isWorthAnother(error, true), isWorthAnother(error, false)]).toEqual([ifIdempotent, otherwise]);
  });
});

describe('the wait before it', () => {
  test('is twice as long each time, up to 8 s, the latter half of it at random', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((tried) => [waitMs(tried, undefined, 0), waitMs(tried, undefined, 1)]);
    expect(waits).toEqual([
      [125, 250],
      [250, 500],
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
      [4_000, 8_000],
      [4_000, 8_000],
      [4_000, 8_000],
    ]);
  });

  test('is never shorter than the collector said', () => {
    expect([waitMs(1, 30, 0), waitMs(1, 30, 1), waitMs(9, 0, 0)]).toEqual([30_000, 30_250, 0]);
  });
});

test.each([
  ['seconds', { 'retry-after': '17' }, 17],
  [
    'a date, counted from when the answer was given',
    { 'retry-after': 'Sun, 22 Nov 2026 12:01:30 GMT', date: 'Sun, 22 Nov 2026 12:00:00 GMT' },
    90,
  ],
  ['a date that has passed', { 'retry-after': 'Sun, 22 Nov 2020 12:00:00 GMT' }, 0],
  ['nothing', {}, undefined],
  ['a word', { 'retry-after': 'soon' }, undefined],
  ['less than nothing', { 'retry-after': '-5' }, undefined],
])('Retry-After may be %s', (_, headers, seconds) => {
  expect(retryAfterOf(new Headers(headers as Record<string, string>))).toBe(seconds);
});
