import { Misused } from './exit.ts';

/** The number by which a key or an access is listed. @throws Misused */
export function entryId(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Misused(`"${text}" is not a number from the list`);
  return Number(text);
}
