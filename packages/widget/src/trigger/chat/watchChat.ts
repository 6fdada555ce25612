import type { ChatProduct } from '@vivencia/contract/touchpoint';
import type { TriggerOptions } from '../../ask.ts';
import type { Watcher } from '../watcher.ts';
import type { ChatAdapter } from './chatAdapter.ts';

/** Triggers the touchpoints that wait for one chat product, when one of its conversations ends. */
export const watchChat =
  (product: ChatProduct, adapter: ChatAdapter): Watcher =>
  (touchpoints, ended, likely) =>
    adapter((interaction, endedAt) => {
      for (const touchpoint in touchpoints)
        if (touchpoints[touchpoint]?.triggers?.some((rule) => (rule as { product?: ChatProduct }).product === product))
          ended(touchpoint, { interaction, endedAt } as TriggerOptions);
    }, likely);
