import type { Pass } from '@vivencia/contract/pass';
import { responseLimits } from '@vivencia/contract/response';
import { storage } from '../storage.ts';

/** How long what could not be sent waits for the next try, at least. */
const againMs = 30_000;

export interface Repeats {
  count(): void;
  /** Sends what is counted; never rejects. */
  flush(): Promise<void>;
}

/**
 * Counts the taps that were discarded, on the device until they are told. One that is lost biases nothing, one that
 * comes twice as little: they are taken off the count before they are sent, and put back where nobody answers.
 */
export function countRepeats(address: string, mark: string, touchpoint: string): Repeats {
  const name = `vivencia.repeats ${mark}`;
  /** Where storage is forbidden or full. */
  let unstored = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isSending = false;

  const read = (): number => {
    try {
      return Math.max(0, Math.trunc(Number(storage().getItem(name)))) || 0;
    } catch {
      return 0;
    }
  };
  const add = (amount: number) => {
    try {
      storage().setItem(name, `${read() + amount}`);
    } catch {
      unstored += amount;
    }
  };
  const take = (): number => {
    const amount = Math.min(read() + unstored, responseLimits.statesInOneDelivery);
    const ofUnstored = Math.min(unstored, amount);
    unstored -= ofUnstored;
    if (amount > ofUnstored) add(ofUnstored - amount);
    return amount;
  };
  const pass: Omit<Pass, 'site'> = { touchpoint, outcome: 'suppressed', reason: 'repeat' };

  return {
    count: () => add(1),
    async flush() {
      if (isSending || performance.now() - triedAt < againMs) return;
      isSending = true;
      for (let amount = take(); amount; amount = take()) {
        const body = JSON.stringify(Array(amount).fill(pass));
        const answer = await fetch(`${address}/passes`, { method: 'POST', body, credentials: 'omit' }).catch(
          () => null,
        );
        if (answer?.ok) continue;
        add(amount);
        triedAt = performance.now();
        break;
      }
      isSending = false;
    },
  };
}
