import { responsesPath } from '@vivencia/contract/endpoint';
import type { PublicResponseState } from '@vivencia/contract/response';
import type { Page } from '../page.ts';
import { afterAttempt } from './afterAttempt.ts';

/** A state on its way. */
export interface Letter {
  state: PublicResponseState;
  /** Moment (performance.now()) of the tap or showing that the state's age counts from. */
  since: number;
  tell: Page['tell'];
}

export interface Outbox {
  /** Takes a state to deliver, in place of the same response's earlier one. */
  put(letter: Letter): void;
  /** Delivers what is here, one after another, for as long as it takes. */
  flush(): Promise<void>;
  /** The page may be going away: a last attempt that outlives it. */
  leave(): void;
}

/**
 * States stay here until the collector has them. The next attempt after a failure takes whatever is the latest then;
 * the collector does not mind seeing a state twice.
 */
export function createOutbox(collector: string): Outbox {
  const address = collector + responsesPath;
  const letters = new Map<string, Letter>();
  let flushing = false;
  let travelling: Letter | undefined;

  const write = ({ state, since }: Letter) => JSON.stringify({ ...state, ageMs: performance.now() - since });

  const flush = async () => {
    if (flushing) return;
    flushing = true;
    let failures = 0;
    for (;;) {
      [travelling] = letters.values();
      if (!travelling) break;
      const letter = travelling;
      const { state, tell } = letter;
      let answer: Response | undefined;
      try {
        // A string body is text/plain, which needs no preflight.
        answer = await fetch(address, { method: 'POST', body: write(letter), keepalive: true, credentials: 'omit' });
      } catch {}
      travelling = undefined;
      const httpStatus = answer?.status ?? 0;
      const verdict = afterAttempt(httpStatus, failures++, answer?.headers.get('retry-after'));
      if (typeof verdict === 'number') {
        await new Promise((resolve) => setTimeout(resolve, verdict));
      } else {
        failures = 0;
        if (letters.get(state.id) === letter) letters.delete(state.id);
        tell(verdict, { ...state, httpStatus, problem: 'refused' });
      }
    }
    flushing = false;
  };

  return {
    put(letter) {
      letters.set(letter.state.id, letter);
    },
    flush,
    leave() {
      for (const letter of letters.values()) {
        try {
          // A keepalive request outlives the page already.
          if (letter !== travelling) navigator.sendBeacon(address, write(letter));
        } catch {}
      }
      // Runs only if the page comes back: a beacon does not tell whether it arrived.
      setTimeout(flush);
    },
  };
}
