import { maximumAgeMs, type PublicResponseState, responseLimits } from '@vivencia/contract/response';
import type { Page } from '../page.ts';
import { outboxPrefix } from '../storage.ts';
import { afterAttempt } from './afterAttempt.ts';
import { batch, bodyOf } from './batch.ts';
import { ageOf, bestFirst, type Letter } from './letter.ts';
import type { Posted } from './post.ts';
import { forget, nameOf, readLetter, settledMark, store, storedNames } from './storedLetters.ts';
import { stringify } from './stringify.ts';

/** Another tab delivers: how long until we look whether it delivered ours too. */
const busyMs = 1_000;
/** After so many looks in a row, whoever holds the lock is no tab of ours, or a stuck one. */
const busyAtMost = 30;
const most = responseLimits.statesInOneDelivery;

export interface OutboxSettings {
  /** Where states are delivered to. */
  address: string;
  /** Public key, or what stands for it. Letters of other sites stay where they are. */
  site: string;
  /** How many letters are kept at most; 50 if it is not said. */
  mostKept?: number;
  /** Posts a body, and never rejects. */
  post(address: string, body: string): Promise<Posted>;
  /** Hears what became of letters of earlier pages and other tabs. */
  tell: Page['tell'];
  /** Hears of each state that is given up undelivered: too old, or one too many. */
  drop(state: PublicResponseState): void;
}

export interface Outbox {
  /** Takes a state to deliver, in place of the same response's earlier one, and stores it at once. */
  put(letter: Pick<Letter, 'state' | 'since' | 'tell'>): void;
  /**
   * Delivers what is here and what other pages stored, for as long as it takes; never rejects. If it is at it already,
   * it tries again now, unless the collector itself asked for patience.
   */
  flush(): Promise<void>;
  /** The page may be going away: a last attempt that outlives it. */
  leave(): void;
}

/**
 * States stay here, and in storage, until the collector says that it has them. It does not mind seeing a state twice: a
 * page may die between its answer and our hearing it.
 */
export function createOutbox({ address, site, mostKept = most, post, tell, drop }: OutboxSettings): Outbox {
  const letters = new Map<string, Letter>();
  let travelling: Letter[] = [];
  let flushing = false;
  let failures = 0;
  /** The collector itself wants us to wait. */
  let asked = false;
  /** How often in a row another tab was at it. */
  let busy = 0;
  let wake: (() => void) | undefined;

  const queue = () => bestFirst(letters.values());
  const age = (letter: Letter) => ageOf(letter, Date.now(), performance.now());
  const write = (letter: Letter) => stringify({ ...letter.state, ageMs: age(letter) });

  const remove = (name: string) => {
    letters.delete(name);
    forget(name);
  };
  const settle = (letter: Letter, httpStatus: number, problem?: string) => {
    remove(letter.name);
    const told = { ...letter.state, httpStatus };
    const say = letter.tell ?? tell;
    if (problem) say('failed', { ...told, problem });
    else say('delivered', told);
  };
  const tidy = () =>
    queue().forEach((letter, place) => {
      const problem = age(letter) > maximumAgeMs ? 'expired' : place >= mostKept && 'overflow';
      if (!problem) return;
      settle(letter, 0, problem);
      try {
        drop(letter.state);
      } catch {}
    });

  /** Delivers until nothing is left, or returns the milliseconds until the next attempt. */
  const deliver = async (): Promise<number | undefined> => {
    for (const name of storedNames(site)) {
      const letter = letters.get(name) ?? readLetter(name, Date.now(), performance.now());
      if (letter) letters.set(name, letter);
      else forget(name);
    }
    tidy();
    for (let fit: number = most; letters.size; ) {
      const waiting = queue();
      const states = batch(waiting.slice(0, fit).map(write), fit);
      travelling = waiting.slice(0, states.length);
      const { answer, said } = await post(address, bodyOf(states));
      const sent = travelling;
      travelling = [];
      const after = afterAttempt(answer, said, sent.length, failures++, Date.now());
      asked = !answer?.ok && !!answer;
      if (typeof after === 'number') return after;
      failures = 0;
      if (!after.length) fit = 1;
      sent.forEach((letter, place) => {
        const verdict = after[place];
        if (verdict?.outcome) settle(letter, (answer as Response).status, verdict.code);
      });
    }
  };

  /** Two tabs do not deliver one letter twice in a row. */
  const deliverAlone = () => {
    const { locks } = navigator;
    return locks
      ? locks
          .request(outboxPrefix + site, { ifAvailable: true }, (lock) => {
            if (!lock && ++busy < busyAtMost) return busyMs;
            busy = 0;
            return deliver();
          })
          // A page without an origin of its own may have no locks.
          .catch(deliver)
      : deliver();
  };

  const flush = async () => {
    failures = 0;
    wake?.();
    if (flushing) return;
    flushing = true;
    try {
      do {
        const wait = await deliverAlone();
        if (wait) {
          await new Promise<void>((done) => {
            wake = asked ? undefined : done;
            // Pages that were stopped by one failure shall not all come back at once.
            setTimeout(done, wait * (1 + Math.random() / 8));
          });
        }
      } while (letters.size);
    } catch {}
    flushing = false;
  };

  addEventListener('storage', ({ key, newValue }) => {
    if (newValue === settledMark) letters.delete(key as string);
  });
  // Not while it is hidden: a lock that comes when the page is in the back/forward cache throws it out.
  for (const event of ['online', 'pageshow', 'visibilitychange'])
    addEventListener(event, () => document.hidden || flush());

  return {
    put({ state, since, tell }) {
      const earlier = queue().filter(({ state: { id } }) => id === state.id);
      for (const { name } of earlier) letters.delete(name);
      const letter = { name: nameOf(state), state, since, tell, at: Date.now() - performance.now() + since };
      letters.set(letter.name, letter);
      // Where there is no room for the later one, the earlier one stays stored.
      if (store(letter, [...queue(), ...earlier])) for (const { name } of earlier) forget(name);
      tidy();
    },
    flush,
    leave() {
      // A keepalive request outlives the page already.
      const rest = queue().filter((letter) => !travelling.includes(letter));
      try {
        // That a beacon was taken does not mean that it arrives: what it carries stays here.
        if (rest[0]) navigator.sendBeacon(address, bodyOf(batch(rest.slice(0, most).map(write), most)));
      } catch {}
    },
  };
}
