import type { ChatProduct } from '@vivencia/contract/touchpoint';
import { rulesOf } from '../rulesOf.ts';
import type { Watcher } from '../watcher.ts';
import type { ChatAdapter } from './chatAdapter.ts';

/** Triggers the touchpoints that wait for one chat product, when one of its conversations ends. */
export const watchChat =
  (product: ChatProduct, adapter: ChatAdapter): Watcher =>
  (touchpoints, ended, likely) => {
    const asking = rulesOf(touchpoints, 'chat').filter(([, rule]) => rule.product === product);
    if (asking.length)
      adapter((interaction, endedAt) => {
        for (const [touchpoint] of asking)
          ended(touchpoint, { ...(interaction && { interaction }), ...(endedAt && { endedAt }) });
      }, likely);
  };
