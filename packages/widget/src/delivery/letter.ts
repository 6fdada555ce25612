import { maximumAgeMs, type PublicResponseState } from '@vivencia/contract/response';
import type { Page } from '../page.ts';

/** A state on its way to the collector. */
export interface Letter {
  /** What it is stored under, and known by. */
  name: string;
  state: PublicResponseState;
  /** Moment (performance.now()) of the tap or showing that the state's age counts from. */
  since: number;
  /** The same moment in epoch milliseconds: the other clock dies with its page. */
  at: number;
  /** Who wants to hear what became of it. An earlier page's letter has nobody. */
  tell?: Page['tell'] | undefined;
}

/**
 * Milliseconds since the tap, never negative. A page's own clock does not jump, but may stand still while the device
 * sleeps; so the longer of the two counts, unless the wall clock has jumped beyond anything that an outbox keeps.
 *
 * @param now epoch milliseconds
 * @param clock performance.now()
 */
export function ageOf({ since, at }: Pick<Letter, 'since' | 'at'>, now: number, clock: number): number {
  const wall = now - at;
  const age = clock - since;
  return wall > age && wall < maximumAgeMs ? wall : age;
}

/** More than any page lives, in milliseconds. */
const ages = 1e15;

const worth = ({ state, since }: Letter) => since + (state.status === 'answered' ? ages : 0);

/** What should reach the collector first and is given up last: answers before what was merely shown, then the newest. */
export const bestFirst = (letters: Iterable<Letter>): Letter[] => [...letters].sort((a, b) => worth(b) - worth(a));
