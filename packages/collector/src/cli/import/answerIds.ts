import { createHash } from 'node:crypto';
import { ownCells, type SourceRow } from './sourceRow.ts';

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
 * - Without one, it is a UUIDv8 whose first 48 bits are the answer's moment in milliseconds, which keeps insertions at
 *   the end of the primary key, and the rest SHA-256 over the public key, all names and values of the row, and how
 *   many identical rows stood before it: two identical rows are two answers.
 *
 * For that count 16 bytes of each row are remembered, the only thing here that grows with the file.
 */
export class AnswerIds {
  readonly #seen: Map<string, number>[] = Array.from({ length: shards }, () => new Map());

  constructor(private readonly publicKey: string) {}

  /** @param moment milliseconds since 1970 */
  idOf(row: SourceRow, givenId: string | null, moment: number): string {
    if (givenId === null) return this.#idOfContent(row, moment);
    if (uuid.test(givenId)) return givenId.toLowerCase();
    return uuid8(digestOf([this.publicKey, 'id', givenId]));
  }

  #idOfContent(row: SourceRow, moment: number): string {
    const content = digestOf([this.publicKey, 'row', ownCells(row)]);
    const bytes = digestOf([content.toString('hex'), this.#countBefore(content)]);
    bytes.writeUIntBE(moment, 0, 6);
    return uuid8(bytes);
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
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
