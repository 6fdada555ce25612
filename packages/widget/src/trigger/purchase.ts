import { eachRule } from './eachRule.ts';
import type { Watcher } from './watcher.ts';

const lookMs = 1_000;

/**
 * Triggers touchpoints at each purchase in the page's `dataLayer`. A transaction is asked about once; a purchase without
 * an id, once per push.
 *
 * What is already there is read, and `push` is wrapped; a tag manager may have wrapped it before, or may wrap ours. An
 * array that comes later, or takes the place of another, is found within a second: entries that it has from the old one
 * are not read again, and pushes to the old one are still heard.
 */
export const watchPurchases: Watcher = (touchpoints, ended, likely) => {
  const seen = new WeakSet<object>();
  const asked = new Set<unknown>();

  const read = (entry: object) => {
    try {
      if (seen.has(entry)) return;
      seen.add(entry);
      const { name, transaction } = ecommerceEvent(entry);
      if (name === 'begin_checkout' || name === 'add_payment_info') likely();
      if (name !== 'purchase' || asked.has(transaction)) return;
      if (transaction) asked.add(transaction);
      eachRule(touchpoints, 'purchase', (touchpoint) => ended(touchpoint, { interaction: transaction }));
    } catch {
      // An entry that cannot be read tells nothing.
    }
  };
  const look = () => {
    try {
      const { dataLayer } = window as { dataLayer?: object[] };
      if (!dataLayer || seen.has(dataLayer)) return;
      seen.add(dataLayer);
      dataLayer.forEach(read);
      const { push } = dataLayer;
      dataLayer.push = function (...entries) {
        const pushed = push.apply(this, entries);
        entries.forEach(read);
        return pushed;
      };
    } catch {
      // What is no array, or one that is guarded from us, is not watched.
    }
  };
  look();
  setInterval(look, lookMs);
};

/**
 * The name and the transaction of an e-commerce event, as Google Analytics 4 writes it: an object with `event` and
 * `ecommerce`, or the arguments of `gtag('event', name, parameters)`.
 */
export function ecommerceEvent(entry: object): { name: unknown; transaction: string | undefined } {
  // biome-ignore lint/suspicious/noExplicitAny: whatever the page has pushed.
  const pushed = entry as any;
  const isCall = pushed[0] === 'event';
  const id = isCall ? pushed[2]?.transaction_id : (pushed.ecommerce?.transaction_id ?? pushed.transaction_id);
  return {
    name: isCall ? pushed[1] : pushed.event,
    transaction: id ? `${id}` : undefined,
  };
}
