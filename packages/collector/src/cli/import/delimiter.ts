import { Misused } from '../exit.ts';

const usual = [',', ';', '\t', '|'];

/** The delimiter that was asked for; `tab` and `\t` are one. @throws Misused where it is not one character */
export function readDelimiter(flag: string | undefined): string | null {
  if (flag === undefined) return null;
  const delimiter = flag === 'tab' || flag === '\\t' ? '\t' : flag;
  if ([...delimiter].length !== 1 || /["\r\n]/.test(delimiter))
    throw new Misused('--delimiter must be one character, or tab');
  return delimiter;
}

/** The usual delimiter that the header has most of, quoted names aside; the comma where it has none. */
export function detectDelimiter(text: string): string {
  const bare = text.trimStart().replace(/"(?:[^"]|"")*"/g, '');
  const header = /^.*/.exec(bare)?.[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return usual.reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}
