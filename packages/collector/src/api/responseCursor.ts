import { createHash } from 'node:crypto';
import { idBytes, idText } from '../store/idBytes.ts';
import type { ResponseQuery } from '../store/storedResponse.ts';

/** What a cursor goes on with: the responses behind an id, chosen in the same way. */
type Chosen = Omit<ResponseQuery, 'after' | 'limit'>;

const idLength = 16;
const checkLength = 8;

/**
 * Where the next page begins, as clients hand it back: the last id, and a check that it was made for the same query. No
 * secret is in it: who has the key may read all of it anyway.
 */
export function writeCursor(after: string, chosen: Chosen): string {
  const id = idBytes(after);
  return Buffer.concat([id, checkOf(id, chosen)]).toString('base64url');
}

/** The id behind which a page begins; `null` where the cursor is none, or one of another query. */
export function readCursor(cursor: string, chosen: Chosen): string | null {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== idLength + checkLength || bytes.toString('base64url') !== cursor) return null;
  const id = bytes.subarray(0, idLength);
  if (!checkOf(id, chosen).equals(bytes.subarray(idLength))) return null;
  return idText(id);
}

function checkOf(id: Buffer, { site, touchpoint, from, to, interaction, respondent }: Chosen): Buffer {
  const query = JSON.stringify([site, touchpoint, from, to, interaction, respondent]);
  return createHash('sha256').update(id).update(query).digest().subarray(0, checkLength);
}
