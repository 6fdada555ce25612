import { test } from 'vitest';
import { isFull } from './extent.ts';

type Declare = (name: string, options: { timeout: number }, run: () => Promise<void>) => void;

/**
 * The test of a promise that needs something of the machine. Without it the short form is skipped, and says why; the
 * full form fails: it would have proved less than it says.
 */
export function testThatNeeds(isThere: boolean, what: string): Declare {
  if (!isThere && isFull) throw new Error(`this needs ${what}`);
  if (!isThere) console.log(`skipped: it needs ${what}`);
  return (name, options, run) => test.skipIf(!isThere)(name, options, run);
}

export const hasStrace = process.env.STRACE === 'yes';
export const straceWanted = 'strace that may watch a process (Linux; as root it is installed)';
