import { createHash } from 'node:crypto';
import { idText } from '../../store/idBytes.ts';
import { notedId, ownCells, type SourceRow } from './sourceRow.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One map holds 2 ** 24 keys at most: by first byte, so that a file may have more rows than that. */
const shards = 256;

/**
 * Gives each row of one file the id of its answer: the same row has the same id whenever it is imported, so importing
 * again counts nothing twice.
 *
 * - An id in the file that is a UUID is the answer's own.
 * - Any other id in the file makes a UUIDv8 of 122 bits of SHA-256 over the site's public key and that id: what has the
 *   same id is the same answer, whatever else was corrected.
 * - Without one, it is a UUIDv8 of as many bits over the public key, all names and values of the row, and how many
 *   identical rows stood before it: two identical rows are two answers. No option and no setting goes into it.
 * - A row of a file of rejects has the id that it would have had where it came from: corrected, it may have become
 *   identical to another one.
 *
 * For that count 16 bytes of each row are remembered, the only thing here that grows with the file.
 */
export class AnswerIds {
  readonly #seen: Map<string, number>[] = Array.from({ length: shards }, () => new Map());

  constructor(private readonly publicKey: string) {}

  /** Of a row to which the file gives an id. */
  ofGiven(id: string): string {
    return uuid.test(id) ? id.toLowerCase() : uuid8(digestOf([this.publicKey, 'id', id]));
  }

  /** Of a row to which it gives none. Call once for each, in their order. */
  ofRow(row: Pick<SourceRow, 'names' | 'values'>): string {
    const noted = notedId(row);
    if (typeof noted === 'string' && uuid.test(noted.trim())) return noted.trim().toLowerCase();
    const content = digestOf([this.publicKey, 'row', ownCells(row)]);
    return uuid8(digestOf([content.toString('hex'), this.#countBefore(content)]));
  }

  #countBefore(content: Buffer): number {
    const shard = this.#seen[content[0] as number] as Map<string, number>;
    const key = content.toString('latin1', 0, 16);
    const count = shard.get(key) ?? 0;
    shard.set(key, count + 1);
    return count;
  }
}

const digestOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest();

/** RFC 9562, section 5.8: 122 bits of one's own, with version and variant between them. */
function uuid8(bytes: Buffer): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return idText(bytes.subarray(0, 16));
}
