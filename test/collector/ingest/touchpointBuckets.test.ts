import { expect, test } from 'vitest';
import { TouchpointBuckets } from '../../../packages/collector/src/ingest/touchpointBuckets.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { noon } from '../../support/delivery.ts';

test.each([
  ['within the second it is still taken for an unknown one', 999, 'other'],
  ['after a second it has its own bucket', 1_000, 'returns'],
  ['also by a clock that was set back', -3_600_000, 'returns'],
])('a touchpoint that was added: %s', async (_, laterMs, bucket) => {
  const touchpoints = [{ key: 'checkout' }];
  const buckets = new TouchpointBuckets({ listTouchpoints: async () => touchpoints } as unknown as Store);
  expect(await buckets.claims(7, ['checkout', 'returns', 'returns'], noon)).toEqual(
    new Map([
      ['7/checkout', 1],
      ['7/other', 2],
    ]),
  );
  touchpoints.push({ key: 'returns' });
  expect(await buckets.claims(7, ['returns'], noon + laterMs)).toEqual(new Map([[`7/${bucket}`, 1]]));
});
