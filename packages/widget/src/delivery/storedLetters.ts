import { outboxPrefix, storage } from '../storage.ts';
import type { Letter } from './letter.ts';
import { stringify } from './stringify.ts';

/**
 * Each revision of each response is stored under a name of its own: tabs that write at once would lose each other's
 * changes to a common one, and so nobody takes away what he has not seen.
 */
export const nameOf = ({ site, id, revision }: Letter['state']): string => `${outboxPrefix + site} ${id} ${revision}`;

/** Storage may be forbidden, full or absent. */
function attempt<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(storage());
  } catch {}
}

/**
 * Keeps a letter for other pages. Where storage is full, it keeps what fits of all of them.
 *
 * @param all those that there are, the one that matters most first
 * @returns whether the letter is kept
 */
export function store(letter: Letter, all: Letter[]): boolean {
  const write = ({ name, state, at }: Letter) =>
    attempt((storage) => {
      storage.setItem(name, stringify({ ...state, at }));
      return true;
    });
  if (write(letter)) return true;
  for (const { name } of all) attempt((storage) => storage.removeItem(name));
  return all.filter(write).includes(letter);
}

/** What is stored for a moment when a letter is settled. If it merely vanishes, the host has cleared its storage. */
export const settledMark = '';

/** Takes a letter away that is settled. Other tabs that hold it hear of it. */
export function forget(name: string): void {
  attempt((storage) => storage.setItem(name, settledMark));
  attempt((storage) => storage.removeItem(name));
}

/** The names of all that is stored for a site, whoever made it. */
export const storedNames = (site: string): string[] =>
  (attempt(Object.keys) ?? []).filter((name) => name.startsWith(`${outboxPrefix + site} `));

/** In UTF-16 units. No state of ours comes near it, and what is shorter fits one delivery. */
const longestLetter = 20_000;

/**
 * The letter that is stored under a name, or `undefined`: it is none.
 *
 * @param now epoch milliseconds
 * @param clock performance.now()
 */
export const readLetter = (name: string, now: number, clock: number): Letter | undefined =>
  attempt((storage) => {
    const text = storage.getItem(name) as string;
    const { at, ...state } = JSON.parse(text);
    if (nameOf(state) === name && text.length < longestLetter) {
      // A clock that was set back does not make a tap a coming one.
      return { name, state, at, since: clock - (Math.max(0, now - at) || 0) };
    }
  });
