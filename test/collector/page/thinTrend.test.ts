import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTouchpoint } from '../../../packages/collector/src/page/touchpoint/readTouchpoint.ts';
import { dateOfDay } from '../../../packages/collector/src/tally/bucket.ts';
import { noon } from '../../support/delivery.ts';
import { type TestPages, testPages } from './testPages.ts';

const dayMs = 24 * 60 * 60 * 1000;
const today = Math.floor(noon / dayMs);

let tested: TestPages;
beforeEach(async () => {
  tested = await testPages();
});
afterEach(() => tested.remove());

/** By what the trend of so many days is read. */
async function grain(days: number) {
  const { store, site } = tested;
  const touchpoint = await store.getTouchpoint(site.id, 'checkout');
  const period = { from: dateOfDay(today - days + 1), to: dateOfDay(today) };
  return (await readTouchpoint(store, site, touchpoint as NonNullable<typeof touchpoint>, period, noon)).trend.bucket;
}
/** Enough answers for a point of that day. */
const point = (daysAgo: number) => tested.answer(5, 'angry', 4, {}, noon - daysAgo * dayMs);

test('a trend of two weeks or more with fewer than three points by day is read by week', async () => {
  await point(0);
  await point(4);
  await tested.answer(4, 'angry', 4, {}, noon - 8 * dayMs);
  expect([await grain(13), await grain(14), await grain(30)]).toEqual(['day', 'week', 'week']);
  await point(8);
  expect([await grain(13), await grain(14), await grain(30)]).toEqual(['day', 'day', 'day']);
});
