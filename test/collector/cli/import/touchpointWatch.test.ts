import { expect, test } from 'vitest';
import { TouchpointWatch } from '../../../../packages/collector/src/cli/import/touchpointWatch.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';

test('of a file whose touchpoints are none, a thousand are remembered', async () => {
  const store = { settingsOfVersion: async () => null, listTouchpoints: async () => [] };
  const watch = new TouchpointWatch(store as unknown as Store, 1);
  const keys = Array.from({ length: 1_001 }, (_, place) => `page-${place}`);
  await watch.lookUp(keys);
  for (const key of keys) watch.note(key);
  const { added, underOther } = await watch.outcome(true);
  expect([added.length, underOther.length]).toEqual([50, 950]);
});
