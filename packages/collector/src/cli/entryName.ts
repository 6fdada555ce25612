import { Misused } from './exit.ts';

const maximumCharacters = 100;

/** Controls, line ends, and marks of direction, which can make a list read as what it is not. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * The name of a person or a key, as lists and pages show it.
 *
 * @throws Misused where it would not be seen as it is
 */
export function entryName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (!visible.test(name)) throw new Misused('the name is empty');
  if ([...name].length > maximumCharacters) {
    throw new Misused(`the name must be at most ${maximumCharacters} characters long`);
  }
  if (unsafe.test(name) || !name.isWellFormed()) throw new Misused('the name has a character that is not allowed');
  return name;
}
