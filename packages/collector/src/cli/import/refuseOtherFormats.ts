import { Failed } from '../exit.ts';

/** Zip, which .xlsx and .ods are, and the compound file that .xls is. */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** A header in UTF-16 has a zero in it before this, in bytes. */
const headerBytes = 512;

/**
 * Refuses what is often handed in for a text and would be read as nonsense.
 *
 * @param start the first bytes of a file
 * @param encoding what they are to be read in
 * @throws Failed, saying what the file looks like
 */
export function refuseOtherFormats(start: Uint8Array, encoding: string): void {
  if (spreadsheets.some((bytes) => bytes.every((byte, place) => start[place] === byte))) {
    throw new Failed('the file is a spreadsheet or an archive: save the table as CSV');
  }
  const zero = encoding.startsWith('utf-16') ? -1 : start.subarray(0, headerBytes).indexOf(0);
  if (zero >= 0) throw new Failed(`the file looks like UTF-16: try --encoding utf-16${zero % 2 === 0 ? 'be' : 'le'}`);
}
