import { expect, test } from 'vitest';
import { afterAttempt } from '../../../packages/widget/src/delivery/afterAttempt.ts';

/** 2026-11-22 12:00 UTC. */
const noon = Date.UTC(2026, 10, 22, 12);
const weekMs = 604_800_000;
const stored = { id: 'a', outcome: 'stored' };
const refused = { id: 'b', outcome: 'refused', code: 'response_closed' };

const answer = (status: number, retryAfter?: string) =>
  new Response(status === 204 ? null : '', { status, headers: retryAfter ? { 'retry-after': retryAfter } : {} });

test.each<[string, Response | undefined, unknown, number, ReturnType<typeof afterAttempt>]>([
  ['a state that arrived', answer(200), stored, 1, [stored]],
  ['several that arrived, one that never will', answer(200), { results: [stored, refused] }, 2, [stored, refused]],
  ['a success without our words: of a portal', answer(200), undefined, 1, 1_000],
  ['JSON that is not ours', answer(200), { ok: true }, 1, 1_000],
  ['JSON null', answer(200), null, 1, 1_000],
  ['results for what was one', answer(200), { results: [stored] }, 1, 1_000],
  ['one for what were several', answer(200), stored, 2, 1_000],
  ['results that are none', answer(200), { results: [] }, 2, 1_000],
  ['an empty success', answer(204), undefined, 1, 1_000],
  ['a refusal with its code', answer(422), { code: 'invalid_response' }, 1, [{ code: 'invalid_response' }]],
  ['a refusal in other words: of a proxy', answer(404), undefined, 1, 1_000],
  ['a foreign 403 about several', answer(403), undefined, 2, 1_000],
  ['a batch that is refused as one says nothing of each', answer(422), { code: 'invalid_response' }, 2, []],
  ['a batch that is too large neither', answer(413), undefined, 2, []],
  ['an unknown site: all', answer(401), { code: 'unknown_site' }, 2, Array(2).fill({ code: 'unknown_site' })],
  [
    'a foreign origin: all',
    answer(403),
    { code: 'origin_not_allowed' },
    2,
    Array(2).fill({ code: 'origin_not_allowed' }),
  ],
  ['408 again', answer(408), undefined, 1, 1_000],
  ['425 again', answer(425), undefined, 1, 1_000],
  ['429 again, also a batch', answer(429), { code: 'too_many_requests' }, 2, 1_000],
  ['500 again', answer(500), { code: 'internal' }, 1, 1_000],
  ['5xx again', answer(503), { code: 'store_unavailable' }, 1, 1_000],
  ['no answer again', undefined, undefined, 1, 1_000],
])('%s', (_, got, said, count, expected) => {
  const after = afterAttempt(got, said, count, 0, noon);
  if (typeof expected === 'number') expect(after).toBe(expected);
  else expect(after).toMatchObject(expected);
  // Whatever has a verdict is settled.
  if (typeof after !== 'number') expect(after.filter(({ outcome }) => !outcome)).toEqual([]);
});

test.each<[string, number, string | undefined, number]>([
  ['first in a second', 0, undefined, 1_000],
  ['then in two', 1, undefined, 2_000],
  ['then in four', 2, undefined, 4_000],
  ['then in eight', 3, undefined, 8_000],
  ['never more than 64 seconds', 40, undefined, 64_000],
  ['however often', 5_000, undefined, 64_000],
  ['when the collector says, in seconds', 0, '30', 30_000],
  ['or by a date', 0, 'Sun, 22 Nov 2026 12:01:30 GMT', 90_000],
  ['a date that is past', 0, 'Sun, 22 Nov 2026 11:00:00 GMT', 1_000],
  ['not before our own time', 4, '1', 16_000],
  ['nonsense says nothing', 0, 'soon', 1_000],
  ['nor does less than nothing', 0, '-5', 1_000],
  ['0 is at once, as far as we do that', 0, '0', 1_000],
  ['nothing waits longer than it is kept', 0, '99999999999', weekMs],
])('%s', (_, failures, retryAfter, expected) => {
  expect(afterAttempt(answer(503, retryAfter), undefined, 1, failures, noon)).toBe(expected);
});
